;; A WASI command whose answer depends on random numbers and on a clock: 8 random bytes, and two times in ns.
;; Assembled with wat2wasm of wabt 1.0.32.
(module
  (import "wasi_snapshot_preview1" "random_get" (func $random (param i32 i32) (result i32)))
  (import "wasi_snapshot_preview1" "clock_time_get" (func $clock (param i32 i64 i32) (result i32)))
  (import "wasi_snapshot_preview1" "fd_write" (func $write (param i32 i32 i32 i32) (result i32)))
  (memory (export "memory") 1)
  (data (i32.const 0) "\20\00\00\00\18\00\00\00")
  (func (export "_start")
    (drop (call $random (i32.const 32) (i32.const 8)))
    (drop (call $clock (i32.const 0) (i64.const 1) (i32.const 40)))
    (drop (call $clock (i32.const 1) (i64.const 1) (i32.const 48)))
    (drop (call $write (i32.const 1) (i32.const 0) (i32.const 1) (i32.const 8)))))

;; Valid, but cannot be instantiated: its start function traps.
(module
  (memory (export "memory") 1)
  (func $start
    unreachable)
  (start $start)
  (func (export "alloc") (param i32) (result i32)
    i32.const 0)
  (func (export "handle") (param i32 i32) (result i64)
    i64.const 0))

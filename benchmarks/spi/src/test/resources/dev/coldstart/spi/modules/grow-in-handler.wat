;; Answers "grown" from a page that it adds during the call.
(module
  (memory (export "memory") 1)
  (func (export "alloc") (param i32) (result i32)
    i32.const 0)
  (func (export "handle") (param i32 i32) (result i64)
    (local $ptr i32)
    (local.set $ptr (i32.shl (memory.grow (i32.const 1)) (i32.const 16)))
    (i64.store (local.get $ptr) (i64.const 0x6e_776f_7267)) ;; "grown", little-endian
    (i64.or
      (i64.shl (i64.extend_i32_u (local.get $ptr)) (i64.const 32))
      (i64.const 5))))

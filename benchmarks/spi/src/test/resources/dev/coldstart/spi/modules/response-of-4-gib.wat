;; Answers with 4 GiB - 1 bytes at 0. A signed length would be negative, and allocating the response would fail.
(module
  (memory (export "memory") 1)
  (func (export "alloc") (param i32) (result i32)
    i32.const 0)
  (func (export "handle") (param i32 i32) (result i64)
    i64.const 0x0000_0000_ffff_ffff))

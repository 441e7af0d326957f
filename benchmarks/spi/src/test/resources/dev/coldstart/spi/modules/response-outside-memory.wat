;; Answers with 8 bytes at 4 GiB - 16. A signed pointer would be negative.
(module
  (memory (export "memory") 1)
  (func (export "alloc") (param i32) (result i32)
    i32.const 0)
  (func (export "handle") (param i32 i32) (result i64)
    i64.const 0xffff_fff0_0000_0008))

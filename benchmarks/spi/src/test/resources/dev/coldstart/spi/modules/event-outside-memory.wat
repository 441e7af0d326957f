;; Has room for the event in the last bytes that 32 bits can name, of which its one page has none.
(module
  (memory (export "memory") 1)
  (func (export "alloc") (param i32) (result i32)
    i32.const 0xffff_fff0)
  (func (export "handle") (param i32 i32) (result i64)
    i64.const 0))

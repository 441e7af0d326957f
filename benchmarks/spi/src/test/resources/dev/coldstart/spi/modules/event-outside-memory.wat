;; Allocates the event at the end of the 32-bit address space, outside its one page of memory.
(module
  (memory (export "memory") 1)
  (func (export "alloc") (param i32) (result i32)
    i32.const 0xffff_fff0)
  (func (export "handle") (param i32 i32) (result i64)
    i64.const 0))

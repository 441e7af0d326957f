;; Imports functions and a memory.
(module
  (import "env" "f" (func $f (param f64)))
  (import "env" "g" (func $g (param i32) (result i32)))
  (import "env" "m" (memory 2 3))
  (func (export "call-g") (result i32) (call $g (i32.const 7)))
  (func (export "pages") (result i32) (memory.size)))

;; Provides the imports of importing.wat, as the launcher writes providers.
(module
  (global $called (mut i32) (i32.const -1))
  (memory (export "m") 2 3)
  (func (export "f") (param f64) (global.set $called (i32.const 0)) (unreachable))
  (func (export "g") (param i32) (result i32) (global.set $called (i32.const 1)) (unreachable))
  (func (export "coldstart:called") (result i32) (global.get $called)))

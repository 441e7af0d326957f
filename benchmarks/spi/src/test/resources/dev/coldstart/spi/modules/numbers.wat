;; Exports with numbers of every type.
(module
  (func (export "sum") (param i32 i64 f32 f64) (result f64)
    (f64.add
      (f64.add (f64.convert_i32_s (local.get 0)) (f64.convert_i64_s (local.get 1)))
      (f64.add (f64.promote_f32 (local.get 2)) (local.get 3))))
  (func (export "constants") (result i32 i64 f32 f64)
    (i32.const -1) (i64.const -2) (f32.const -0) (f64.const -nan:0x4000000000001))
  (func (export "same-f32") (param f32) (result f32) (local.get 0))
  (func (export "same-f64") (param f64) (result f64) (local.get 0))
  (func (export "nothing")))

;; Counts to a thousand million: a second for compiled code, and minutes for an interpreter.
(module
  (func (export "count") (result i32) (local $n i32)
    (loop $again
      (local.set $n (i32.add (local.get $n) (i32.const 1)))
      (br_if $again (i32.lt_u (local.get $n) (i32.const 1000000000))))
    (local.get $n)))

#![no_std]

constant_handler::constant_handler!(b"");

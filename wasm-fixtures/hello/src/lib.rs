#![no_std]

constant_handler::constant_handler!(br#"{"statusCode":200,"body":"Hello, rust-lambda!"}"#);

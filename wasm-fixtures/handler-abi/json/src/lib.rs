//! The handler ABI for handlers that read a JSON object and answer `{"statusCode":200,"body":"..."}`.

use serde_json::{Map, Value};
use std::io::Write;

pub type Event = Map<String, Value>;

/// The event is malformed. There is no reason text: a parser's message would tie the response to
/// that parser, but the Java twin must answer the same bytes.
pub struct Malformed;

const MALFORMED: &str = "malformed event";

/// The two reused buffers. A Wasm instance has one thread, so nothing else can hold them.
static mut EVENT: Vec<u8> = Vec::new();
static mut RESPONSE: Vec<u8> = Vec::new();

/// Leaves the buffer's length at 0: the host fills the reserved bytes, so zeroing them is a waste.
pub fn event_buffer(len: usize) -> *mut u8 {
    let buffer = unsafe { &mut EVENT };
    buffer.reserve(len);
    buffer.as_mut_ptr()
}

pub fn answer(event: &[u8], handler: fn(&Event) -> Result<String, Malformed>) -> &'static [u8] {
    let body = serde_json::from_slice(event)
        .map_err(|_| Malformed)
        .and_then(|event| handler(&event));
    let response = unsafe { &mut RESPONSE };
    response.clear();
    match body {
        Ok(body) => write_response(response, 200, &body),
        Err(Malformed) => write_response(response, 400, MALFORMED),
    }
    response
}

fn write_response(response: &mut Vec<u8>, status: u16, body: &str) {
    // Writing to a Vec cannot fail.
    let _ = write!(response, "{{\"statusCode\":{},\"body\":", status);
    let _ = serde_json::to_writer(&mut *response, body);
    response.push(b'}');
}

/// A field that must exist and must be a string.
pub fn required_string<'a>(event: &'a Event, name: &str) -> Result<&'a str, Malformed> {
    event.get(name).and_then(Value::as_str).ok_or(Malformed)
}

/// The response's address and length, both unsigned.
pub fn pack(response: &[u8]) -> u64 {
    (response.as_ptr() as u64) << 32 | response.len() as u64
}

/// Exports the ABI for a `fn(&Event) -> Result<String, Malformed>` that makes the response's body.
#[macro_export]
macro_rules! json_handler {
    ($handler:path) => {
        #[no_mangle]
        pub extern "C" fn alloc(len: usize) -> *mut u8 {
            $crate::event_buffer(len)
        }

        /// # Safety
        /// The host has written `len` bytes to the buffer that `alloc(len)` returned.
        #[no_mangle]
        pub unsafe extern "C" fn handle(event: *const u8, len: usize) -> u64 {
            let event = core::slice::from_raw_parts(event, len);
            $crate::pack($crate::answer(event, $handler))
        }
    };
}

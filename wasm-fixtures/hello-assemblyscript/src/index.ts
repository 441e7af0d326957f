// The response is made anew for each event, from strings, as a handler in AssemblyScript does it. So this module brings
// what the language needs: strings in UTF-16, their encoding, and a garbage collector.

let event = new StaticArray<u8>(0);
let response = new ArrayBuffer(0);

export function alloc(len: i32): usize {
  if (event.length < len) {
    event = new StaticArray<u8>(len);
  }
  return changetype<usize>(event);
}

export function handle(ptr: usize, len: i32): u64 {
  response = String.UTF8.encode(respond(200, "Hello, " + "rust" + "-lambda!"));
  return ((changetype<usize>(response) as u64) << 32) | (response.byteLength as u64);
}

function respond(statusCode: i32, body: string): string {
  return '{"statusCode":' + statusCode.toString() + ',"body":"' + body + '"}';
}

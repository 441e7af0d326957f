'use strict';
// The same child as the JVM's ColdStart, for an engine that needs no JVM: one process, one fixture, one event, one response.
// Arguments, output and exit code are those of ColdStart; what only a JVM has is left out of the report.
//
// CommonJS, because it is the fastest simple way to start a script: an ES module is loaded asynchronously and starts later.
// Synchronous throughout, for the same reason. hrtime is CLOCK_MONOTONIC on Linux, as System.nanoTime() is.
const stamps = [process.hrtime.bigint()];

const fs = require('node:fs');

const EXIT_FAILED = 3;
const IDENTIFY = 'identify';
const PHASES = ['boot', 'load', 'parse', 'compile', 'instantiate', 'firstInvoke'];
const NEWLINE = 10;
const MOST_LINES = 4;

function stamp() {
  stamps.push(process.hrtime.bigint());
}

/** Goes through all phases up to the response, and stamps the end of each; the response has its newline. */
function firstResponse(modulePath, eventPath) {
  const wasm = fs.readFileSync(modulePath);
  const event = fs.readFileSync(eventPath);
  stamp();
  // Parsed and compiled in one: the engine has no constructor for the one without the other.
  stamp();
  const module = new WebAssembly.Module(wasm);
  stamp();
  const exports = new WebAssembly.Instance(module).exports;
  requireHandler(exports);
  stamp();
  const response = handle(exports, event);
  stamp();
  return response;
}

function requireHandler({memory, alloc, handle: handler}) {
  if (!(memory instanceof WebAssembly.Memory) || typeof alloc !== 'function' || typeof handler !== 'function') {
    throw new Error('the module lacks one of the exports memory, alloc and handle');
  }
}

function handle({memory, alloc, handle: handler}, event) {
  const at = alloc(event.length) >>> 0;
  requireInMemory('event', at, event.length, memory);
  new Uint8Array(memory.buffer, at, event.length).set(event);
  const place = BigInt.asUintN(64, handler(at, event.length));
  const from = Number(place >> 32n);
  const length = Number(place & 0xffffffffn);
  // Before room is made for it, for a faulty module can claim 4 GiB; of the memory after the call, which may have grown.
  requireInMemory('response', from, length, memory);
  const response = Buffer.allocUnsafe(length + 1);
  response.set(new Uint8Array(memory.buffer, from, length));
  response[length] = NEWLINE;
  return response;
}

function requireInMemory(what, at, length, memory) {
  const bytes = memory.buffer.byteLength;
  if (at + length > bytes) {
    throw new RangeError(`${what} of ${length} bytes at ${at} lies outside the memory of ${bytes} bytes`);
  }
}

/** One write where the pipe takes it whole. Not process.stdout, which would have to be created. */
function print(bytes) {
  for (let done = 0; done < bytes.length; ) {
    done += fs.writeSync(1, bytes, done);
  }
}

/** What ChildReport says of a JVM, as far as it is true of this process too; a section that is not to be had is left out. */
function report(identify) {
  const sections = {
    // First, because it makes the kernel bring this thread's times in schedstat up to date.
    stat: file('/proc/self/stat'),
    schedstat: schedstat(),
    status: file('/proc/self/status'),
    stampsNs: stamps.join(','),
    script: __filename,
    engine: identify ? `Node.js ${process.version}, V8 ${process.versions.v8}` : undefined,
  };
  const parts = Object.entries(sections).filter(([, content]) => content?.length > 0).flatMap(([name, content]) => {
    const bytes = Buffer.from(content);
    return [Buffer.from(`${name} ${bytes.length}\n`), bytes];
  });
  return Buffer.concat([Buffer.from('coldstart-report 2\n'), ...parts, Buffer.from('coldstart-report end\n')]);
}

/** The files of all live threads, one after the other. */
function schedstat() {
  try {
    const threads = fs.readdirSync('/proc/self/task');
    return Buffer.concat(threads.map((thread) => file(`/proc/self/task/${thread}/schedstat`) ?? Buffer.alloc(0)));
  } catch {
    return undefined;
  }
}

function file(path) {
  try {
    return fs.readFileSync(path);
  } catch {
    return undefined;
  }
}

function main([fixture, modulePath, eventPath, ...extras]) {
  let response;
  try {
    response = firstResponse(modulePath, eventPath);
    const unknown = extras.find((extra) => extra !== IDENTIFY);
    if (unknown !== undefined) {
      throw new Error(`this child has no argument "${unknown}"`);
    }
  } catch (failure) {
    const phase = PHASES[Math.min(stamps.length, PHASES.length - 1)];
    // The launcher shows the end of what is said here: its beginning says what is wrong, and the innermost calls where.
    const said = String(failure?.stack ?? failure).split('\n').slice(0, MOST_LINES).join('\n');
    fs.writeSync(2, `fixture ${fixture}, phase ${phase}: ${said}\n`);
    process.exit(EXIT_FAILED);
  }
  print(response);
  print(report(extras.includes(IDENTIFY)));
  // The engine's own threads must not keep a finished child alive.
  process.exit(0);
}

main(process.argv.slice(2));

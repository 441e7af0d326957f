'use strict';
// The counterpart of ColdStart for an engine that needs no JVM: one process, one fixture, one event, one response.
// Output and exit code are those of ColdStart. The optional arguments are "runtime-api", with its host and the number of
// events, and "identify". The report omits sections that only a JVM has.
//
// CommonJS is the fastest simple way to start a script: an ES module is loaded asynchronously and starts later.
// All calls are synchronous for the same reason. On Linux hrtime is CLOCK_MONOTONIC, as is System.nanoTime().
const stamps = [process.hrtime.bigint()];

const fs = require('node:fs');

const EXIT_FAILED = 3;
const RUNTIME_API = 'runtime-api';
const REQUEST_ID = 'lambda-runtime-aws-request-id';
const NO_WASI = 0;
const FIXED_WASI = 2;
const IDENTIFY = 'identify';
const PHASES = ['boot', 'load', 'parse', 'compile', 'instantiate', 'firstInvoke'];
const NEWLINE = 10;
const MOST_LINES = 4;

function stamp() {
  stamps.push(process.hrtime.bigint());
}

/** Runs all phases up to the response and stamps the end of each. The response includes its newline. */
function firstResponse(modulePath, eventPath, entry, importsPath) {
  const event = fs.readFileSync(eventPath);
  const answer = makeReady(modulePath, entry, importsPath);
  const response = answer(event);
  stamp();
  return response;
}

/** Runs all phases up to the first invoke. Returns the function that answers an event, with a newline. */
function makeReady(modulePath, entry, importsPath) {
  const wasm = fs.readFileSync(modulePath);
  stamp();
  // The engine cannot parse without compiling, so this phase is empty.
  stamp();
  const module = new WebAssembly.Module(wasm);
  stamp();
  const instance = new WebAssembly.Instance(module, provided(importsPath));
  running = instance;
  if (wasi && entry !== 'command') {
    // Only the memory, because it would call _initialize, and refuse a module that also has a _start.
    wasi.initialize({exports: {memory: instance.exports.memory}});
  }
  if (initializes) {
    instance.exports._initialize();
  }
  const answer = entered(instance, entry);
  stamp();
  return answer;
}

/** The instances whose exports the module imports, by the name of the import; see ProvidedImports for the file. */
const providers = {};
const functionNames = {};

function provided(path) {
  if (path === '-') {
    return undefined;
  }
  const file = fs.readFileSync(path);
  let at = 0;
  const boolean = () => file[at++] === 1;
  const int = () => file.readInt32BE((at += 4) - 4);
  const bytes = (length) => file.subarray(at, (at += length));
  const name = () => bytes(int()).toString();
  const names = () => Array.from({length: int()}, name);
  const kind = file[at++];
  if (kind !== NO_WASI) {
    wasi = newWasi(names(), names(), names());
    providers.wasi_snapshot_preview1 = kind === FIXED_WASI ? {...wasi.wasiImport, ...fixedSources()} : wasi.wasiImport;
  }
  initializes = boolean();
  for (let left = int(); left > 0; left--) {
    const own = name();
    functionNames[own] = names();
    providers[own] = new WebAssembly.Instance(new WebAssembly.Module(bytes(int()))).exports;
  }
  return providers;
}

let wasi;
let running;
let initializes = false;

/** Node.js' own WASI. Environment and directories are names, each followed by its value. */
function newWasi(args, environment, directories) {
  const {WASI} = require('node:wasi');
  const object = (pairs) => Object.fromEntries(pairs.flatMap((key, i) => (i % 2 ? [] : [[key, pairs[i + 1]]])));
  return new WASI({
    version: 'preview1',
    args,
    env: object(environment),
    preopens: object(directories),
    returnOnExit: true,
  });
}

/** A clock and random numbers that are the same in every launch, see FixedSources. */
function fixedSources() {
  let calls = 0n;
  let state = 1;
  const memory = () => running.exports.memory.buffer;
  return {
    clock_time_get(clock, precision, at) {
      new DataView(memory()).setBigUint64(at >>> 0, 1767225600000000000n + calls++ * 1000000n, true);
      return 0;
    },
    random_get(at, length) {
      const bytes = new Uint8Array(memory(), at >>> 0, length);
      for (let i = 0; i < length; i++) {
        state = (Math.imul(state, 1103515245) + 12345) & 0x7fffffff;
        bytes[i] = state >> 16;
      }
      return 0;
    },
  };
}

/** The import that trapped because nothing provides it. */
function called() {
  for (const [name, exports] of Object.entries(providers)) {
    const number = exports['coldstart:called']?.() ?? -1;
    if (number >= 0) {
      return `${name}.${functionNames[name][number]}`;
    }
  }
  return undefined;
}

/** The function that answers an event. */
function entered(instance, entry) {
  const {exports} = instance;
  if (entry === 'command') {
    return () => command(instance);
  }
  if (entry === 'ready') {
    return () => Buffer.from('\n');
  }
  if (entry === 'handler') {
    requireHandler(exports);
    return (event) => handle(exports, event);
  }
  const [, type, bits, name] = /^call:([^:]*):([^:]*):(.*)$/s.exec(entry);
  const [, parameters, results] = /^\((.*)\)(.*)$/.exec(type);
  if (typeof exports[name] !== 'function') {
    throw new Error(`the module exports no function ${name}`);
  }
  const numbers = bits === '' ? [] : bits.split(',').map((hex, i) => number(parameters[i], BigInt(`0x${hex}`)));
  return () => call(exports[name], numbers, results);
}

/** Runs a WASI command, which writes its response itself. */
function command(instance) {
  const code = wasi.start(instance);
  if (code !== 0) {
    throw new Error(`it exited with the code ${code}`);
  }
  return Buffer.from('\n');
}

function requireHandler({memory, alloc, handle: handler}) {
  if (!(memory instanceof WebAssembly.Memory) || typeof alloc !== 'function' || typeof handler !== 'function') {
    throw new Error('the module lacks one of the exports memory, alloc and handle');
  }
}

const scratch = new DataView(new ArrayBuffer(8));

/** The number with these bits. */
function number(type, bits) {
  scratch.setBigUint64(0, bits, true);
  return {
    I: () => scratch.getInt32(0, true),
    J: () => scratch.getBigInt64(0, true),
    F: () => scratch.getFloat32(0, true),
    D: () => scratch.getFloat64(0, true),
  }[type]();
}

/** The response to a call, as ExportCall gives it, and a newline. A NaN is written as the one that Java has. */
function call(exported, numbers, results) {
  const returned = exported(...numbers);
  const values = results.length === 1 ? [returned] : returned;
  const response = Buffer.alloc(results.length * 8 + 1);
  [...results].forEach((type, i) => {
    const at = i * 8;
    if (type === 'I') {
      response.writeBigInt64LE(BigInt(values[i]), at);
    } else if (type === 'J') {
      response.writeBigInt64LE(values[i], at);
    } else if (Number.isNaN(values[i])) {
      response.writeBigInt64LE(type === 'F' ? 0x7fc00000n : 0x7ff8000000000000n, at);
    } else if (type === 'F') {
      response.writeFloatLE(values[i], at);
    } else {
      response.writeDoubleLE(values[i], at);
    }
  });
  response[response.length - 1] = NEWLINE;
  return response;
}

function handle({memory, alloc, handle: handler}, event) {
  const at = alloc(event.length) >>> 0;
  requireInMemory('event', at, event.length, memory);
  new Uint8Array(memory.buffer, at, event.length).set(event);
  const place = BigInt.asUintN(64, handler(at, event.length));
  const from = Number(place >> 32n);
  const length = Number(place & 0xffffffffn);
  // Checked before allocating, because a faulty module can claim 4 GiB. The call may have grown the memory.
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

/** Writes once if the pipe takes all bytes. Avoids process.stdout, which would have to be created. */
function print(bytes) {
  for (let done = 0; done < bytes.length; ) {
    done += fs.writeSync(1, bytes, done);
  }
}

/** The sections of ChildReport that also apply to this process. Sections that are not available are omitted. */
function report(identify) {
  const sections = {
    // First: reading stat makes the kernel update this thread's times in schedstat.
    stat: file('/proc/self/stat'),
    schedstat: schedstat(),
    status: file('/proc/self/status'),
    stampsNs: stamps.join(','),
    script: require.main.filename,
    engine: identify ? `Node.js ${process.version}, V8 ${process.versions.v8}` : undefined,
  };
  const parts = Object.entries(sections).filter(([, content]) => content?.length > 0).flatMap(([name, content]) => {
    const bytes = Buffer.from(content);
    return [Buffer.from(`${name} ${bytes.length}\n`), bytes];
  });
  return Buffer.concat([Buffer.from('coldstart-report 2\n'), ...parts, Buffer.from('coldstart-report end\n')]);
}

/** The schedstat files of all live threads, concatenated. */
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

/** Ends the process with a report, or says in which phase it failed. */
function end(fixture, response, extras) {
  const unknown = extras.find((extra) => extra !== IDENTIFY);
  if (unknown !== undefined) {
    fail(fixture, new Error(`this child has no argument "${unknown}"`));
  }
  print(response);
  print(report(extras.includes(IDENTIFY)));
  // The engine's own threads must not keep a finished child alive.
  process.exit(0);
}

function fail(fixture, failure) {
  const phase = PHASES[Math.min(stamps.length, PHASES.length - 1)];
  // The launcher shows only the end of this output, so print only the first lines: the error and the innermost calls.
  const missing = called();
  const cause = missing ? new Error(`it called ${missing}, an import that is not provided`) : failure;
  const said = String(cause?.stack ?? cause).split('\n').slice(0, MOST_LINES).join('\n');
  fs.writeSync(2, `fixture ${fixture}, phase ${phase}: ${said}\n`);
  process.exit(EXIT_FAILED);
}

function main([fixture, modulePath, eventPath, entry, importsPath, ...extras]) {
  if (extras[0] === RUNTIME_API) {
    behindApi(fixture, extras, () => makeReady(modulePath, entry, importsPath));
    return;
  }
  let response;
  try {
    response = firstResponse(modulePath, eventPath, entry, importsPath);
  } catch (failure) {
    fail(fixture, failure);
  }
  end(fixture, response, extras);
}

/**
 * Takes the events from a Lambda Runtime API, as a custom runtime does.
 *
 * @param ready returns the function that answers an event, with a newline, at once or as a promise
 */
async function behindApi(fixture, [, host, count, ...extras], ready) {
  const {request, Agent} = require('node:http');
  const agent = new Agent({keepAlive: true});
  const exchange = (method, path, body = '') =>
    new Promise((resolve, reject) => {
      const asked = request(`http://${host}/2018-06-01/runtime/${path}`, {method, agent}, (answered) => {
        const parts = [];
        answered.on('data', (part) => parts.push(part));
        answered.on('end', () => resolve({id: answered.headers[REQUEST_ID], body: Buffer.concat(parts)}));
      });
      asked.on('error', reject);
      asked.end(body);
    });
  const error = (cause) => JSON.stringify({errorMessage: String(cause?.message ?? cause), errorType: cause?.name});
  let answer;
  let response;
  try {
    answer = ready();
  } catch (failure) {
    await exchange('POST', 'init/error', error(failure));
    fail(fixture, failure);
  }
  for (let left = Number(count); left > 0; left--) {
    const event = await exchange('GET', 'invocation/next');
    try {
      response = await answer(event.body);
    } catch (failure) {
      await exchange('POST', `invocation/${event.id}/error`, error(failure));
      fail(fixture, failure);
    }
    await exchange('POST', `invocation/${event.id}/response`, response.subarray(0, -1));
  }
  stamp();
  end(fixture, response, extras);
}

module.exports = {stamps, stamp, behindApi, end, fail, makeReady, RUNTIME_API};
if (require.main === module) {
  main(process.argv.slice(2));
}

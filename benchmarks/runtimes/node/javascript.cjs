'use strict';
// A handler in plain JavaScript, in the form that AWS Lambda's Node.js runtime takes: the baseline of the article from
// which this project began. The phases that are a module's are empty.
const started = process.hrtime.bigint();

const child = require('./child.cjs');

const NEWLINE = Buffer.from('\n');
child.stamps[0] = started;

/** The function that answers an event, with a newline. */
function ready(fixture) {
  child.stamp();
  child.stamp();
  child.stamp();
  const {handler} = require(`./handlers/${fixture}.cjs`);
  child.stamp();
  return async (event) => Buffer.concat([Buffer.from(JSON.stringify(await handler(parsed(event)))), NEWLINE]);
}

/** As the platform does it. An event that is no JSON reaches the handler as it is. */
function parsed(event) {
  try {
    return JSON.parse(event);
  } catch {
    return event;
  }
}

async function main([fixture, , eventPath, , , ...extras]) {
  if (extras[0] === child.RUNTIME_API) {
    await child.behindApi(fixture, extras, () => ready(fixture));
    return;
  }
  let response;
  try {
    const event = require('node:fs').readFileSync(eventPath);
    response = await ready(fixture)(event);
    child.stamp();
  } catch (failure) {
    child.fail(fixture, failure);
  }
  child.end(fixture, response, extras);
}

main(process.argv.slice(2));

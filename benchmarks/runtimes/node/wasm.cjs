'use strict';
// The module as a handler in the form that AWS Lambda's Node.js runtime takes: JavaScript that calls Wasm.
const {makeReady} = require('./child.cjs');

const {COLDSTART_MODULE, COLDSTART_ENTRY, COLDSTART_IMPORTS} = process.env;
const answer = makeReady(COLDSTART_MODULE, COLDSTART_ENTRY, COLDSTART_IMPORTS);

module.exports.handler = async (event) => JSON.parse(answer(Buffer.from(JSON.stringify(event))));

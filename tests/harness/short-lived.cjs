const { setFlagsFromString } = require('node:v8');

// Loaded before the programs that tests start. Each compiles the embedded database or the database
// client, in WebAssembly, for a few seconds of work: compiling it a second time, optimized, costs more
// processor time than the better code saves. A V8 that does not know the flag ignores it.
setFlagsFromString('--liftoff-only');

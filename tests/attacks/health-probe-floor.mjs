import { createServer } from 'node:http';

// A process that does nothing but answer: how long that takes is what the machine takes.
const server = createServer((_, response) => response.end('ok'));
server.listen(0, '127.0.0.1', () => process.send(server.address().port));
process.once('disconnect', () => process.exit(0));

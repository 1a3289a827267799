import { text } from 'node:stream/consumers';
import { modelDifference } from '@/server/migrations/model-difference';

// In a separate process: WebAssembly is loaded by a dynamic import, which Jest does not have.
const model = await text(process.stdin);
process.stdout.write(JSON.stringify(await modelDifference(process.cwd(), model)));
process.exit(0);

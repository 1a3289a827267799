import { measureUnitList } from '@/bench/unit-list/measure-unit-list';

// The adjudication workspace of five layers of two thousand annotations each, in the browser, at the address given.

const address = process.argv[2] ?? 'http://127.0.0.1:3000';
const rounds = Number(process.argv[3] ?? 7);
const size = { layers: 5, words: 20_000, spans: 2_000, submitted: true };
const view = 'adjudication?view=passages';
await measureUnitList('adjudication workspace', view, size, { address, rounds, atMost: 1_000 });

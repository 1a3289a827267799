import { measureUnitList } from '@/bench/unit-list/measure-unit-list';

// The comparison of ten layers of a thousand annotations each, in the browser, at the address given.

const address = process.argv[2] ?? 'http://127.0.0.1:3000';
const rounds = Number(process.argv[3] ?? 7);
const size = { layers: 10, words: 10_000, spans: 1_000, submitted: false };
await measureUnitList('comparison page', 'comparison', size, { address, rounds, atMost: 1_000 });

import type { GuidelinesForm } from '@/lib/codebook/guidelines';

/** The editor's schema and Markdown parser, which are large and therefore loaded on first use. */
const editing = () => import('./guidelines-form');

const bounds = {
  advice: 'Please split long paragraphs, and use less emphasis and fewer nested lists.',
  maxMilliseconds: 4_000,
};

/** The conversions of guidelines (see `GuidelinesForm`), as computations for the compute pool. */
export const guidelinesForm: GuidelinesForm = {
  read: {
    ...bounds,
    name: 'codebook/read-guidelines',
    subject: 'Parsing these guidelines as Markdown',
    run: async (markdown) => (await editing()).readGuidelines(markdown),
  },
  write: {
    ...bounds,
    name: 'codebook/write-guidelines',
    subject: 'Parsing these guidelines as Markdown',
    run: async (writing) => (await editing()).writeGuidelines(writing),
  },
  merge: {
    ...bounds,
    name: 'codebook/merge-guidelines',
    subject: 'Merging these guidelines',
    run: async (states) => (await editing()).mergeGuidelines(states),
  },
};

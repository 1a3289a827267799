import type { GuidelinesForm } from '@/lib/codebook/guidelines';

/** The editor's schema and Markdown, which are large: loaded by whoever is the first to need them. */
const editing = () => import('./guidelines-form');

const bounds = {
  advice: 'Please part long paragraphs, and use less emphasis and fewer lists inside of lists.',
  maxMilliseconds: 4_000,
};

/** How guidelines in Markdown and their shared document lead to each other, for the pool to compute. */
export const guidelinesForm: GuidelinesForm = {
  read: {
    ...bounds,
    name: 'codebook/read-guidelines',
    subject: 'Reading these guidelines as Markdown',
    run: async (markdown) => (await editing()).readGuidelines(markdown),
  },
  write: {
    ...bounds,
    name: 'codebook/write-guidelines',
    subject: 'Reading these guidelines as Markdown',
    run: async (writing) => (await editing()).writeGuidelines(writing),
  },
  merge: {
    ...bounds,
    name: 'codebook/merge-guidelines',
    subject: 'Putting these guidelines together',
    run: async (states) => (await editing()).mergeGuidelines(states),
  },
};

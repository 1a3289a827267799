import { readFileSync, readdirSync } from 'node:fs';
import type { ReferenceCase } from '@/lib/agreement/calculator/reference-case';
import { readReferenceCase } from '@/lib/agreement/calculator/reference-case';

const folder = 'tests/agreement-cases';

/** The names of the reference cases, without “.json”. */
export const caseNames = readdirSync(folder)
  .filter((name) => name.endsWith('.json'))
  .map((name) => name.replace(/\.json$/, ''))
  .toSorted();

/** The path of a case of that name. */
export const casePath = (name: string): string => `${folder}/${name}.json`;

/** The reference case of that name, read. */
export function referenceCase(name: string): ReferenceCase {
  return readReferenceCase(JSON.parse(readFileSync(casePath(name), 'utf8')));
}

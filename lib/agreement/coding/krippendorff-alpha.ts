import type { Figure } from '../figure';
import { unknown } from '../figure';
import { alphaOf } from './alpha';
import type { CodingTable, Value } from './coding-table';
import { coincidencesOf } from './coincidences';
import type { Coincidences } from './coincidences';
import type { Level } from './value-distance';
import { valueDistances } from './value-distance';

/** α from coincidences at a level; interval and ratio are undefined where a value is no number. */
export function alphaAtLevel(coincidences: Coincidences<Value>, level: Level): Figure {
  const { values } = coincidences;
  if (level === 'interval' || level === 'ratio') {
    const word = values.find((value) => typeof value !== 'number');
    if (word !== undefined) return unknown(`${level} needs numbers, and “${word}” is none`);
  }
  if (level === 'ratio' && values.some((value) => Number(value) < 0))
    return unknown('ratio needs a true zero, and some values are below it');
  return alphaOf(coincidences, valueDistances[level]);
}

/**
 * Krippendorff’s α of any number of coders with gaps, at a level (Krippendorff 2011). One deviating value
 * among many alike gives about 0: agreement that chance would reach too tells nothing.
 */
export function krippendorffAlpha(table: CodingTable, level: Level): Figure {
  return alphaAtLevel(coincidencesOf(table), level);
}

import type { SourceMark, SourceReading } from '@/lib/adjudication/unit/source-reading';
import type { SettlingUnit } from '@/lib/adjudication/unit/settling-unit';
import { settlingUnits } from '@/lib/adjudication/unit/settling-unit';
import { aReading } from './a-reading';

type Chosen = Partial<Pick<SourceMark, 'attributes' | 'note' | 'confidence' | 'version'>>;

/** A reading whose marks are written as `label start-end`, several segments joined by `+`; `said` counts for all of them. */
export function aSource(
  layerId: string,
  written: readonly string[],
  said: Chosen = {},
): SourceReading {
  const { marks } = aReading(layerId, ...written);
  return {
    layerId,
    authorId: layerId,
    author: layerId.toUpperCase(),
    state: 'submitted',
    marks: marks.map((mark) => ({
      ...mark,
      segments: mark.segments.map(({ start, end }) => ({ start, end })),
      attributes: {},
      note: '',
      confidence: null,
      version: 1,
      codebookVersion: 1,
      ...said,
    })),
  };
}

/** The only unit of these readings. */
export function onlyUnit(readings: readonly SourceReading[]): SettlingUnit {
  const [unit, ...more] = settlingUnits(readings);
  if (unit === undefined || more.length > 0) throw new Error('There is not just one unit.');
  return unit;
}

import type { Mark } from '@/lib/agreement/comparison/mark';
import type { SaidMark } from '@/lib/agreement/comparison/stored-reading';
import type { Segment } from '@/lib/article/segment';
import type { LayerState } from '@/lib/annotation/layer';

/** A mark in the version that is to be decided on. */
export type SourceMark = SaidMark & {
  segments: Segment[];
  version: number;
  codebookVersion: number;
};

/** An analyst's reading as it is settled. Positions are UTF-16 code units. */
export type SourceReading = {
  layerId: string;
  authorId: string | null;
  author: string;
  state: LayerState;
  marks: SourceMark[];
};

/** A relation in an analyst's layer. */
export type SourceRelation = {
  id: string;
  layerId: string;
  type: string;
  from: string;
  to: string;
};

/** The marks of some readings as they were read, by id: comparing readings tells no more of a mark than it needs. */
export function sourceMarks(readings: readonly SourceReading[]): (mark: Mark) => SourceMark {
  const known = new Map(readings.flatMap(({ marks }) => marks.map((mark) => [mark.id, mark])));
  return ({ id }) => {
    const mark = known.get(id);
    if (mark === undefined) throw new RangeError(`there is no mark ${id} in these readings`);
    return mark;
  };
}

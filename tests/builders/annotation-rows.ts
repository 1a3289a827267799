import { v7 } from 'uuid';
import type { Prisma } from '@/prisma/generated/client';

type Row = Prisma.AnnotationCreateManyInput;

/** An annotation as a row, for tests that need thousands. */
export function aRow({
  layerId,
  segments,
  ...chosen
}: { layerId: string; segments: [number, number][] } & Partial<Omit<Row, 'segments'>>): Row {
  return {
    id: v7(),
    layerId,
    label: 'loaded_framing',
    codebookVersion: 1,
    segments,
    start: segments[0]?.[0] ?? 0,
    end: segments.at(-1)?.[1] ?? 0,
    quote: '',
    prefix: '',
    suffix: '',
    attributes: {},
    note: '',
    version: 1,
    createdAt: '2026-11-01T00:00:00.000Z',
    updatedAt: '2026-11-01T00:00:00.000Z',
    ...chosen,
  };
}

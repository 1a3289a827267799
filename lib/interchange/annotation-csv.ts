import type { PositionIndex } from '@/lib/article/code-points';
import type { AttributeValue } from '@/lib/annotation/annotation';
import type { LayerKind, LayerState } from '@/lib/annotation/layer';
import type { CsvDialect } from './csv';
import { byteOrderMark, csvRow } from './csv';

/** The article's part of a row. */
export type ArticleCells = {
  project: string;
  articleId: string;
  title: string;
  source: string | null;
  author: string | null;
  url: string | null;
  publishedAt: string | null;
  language: string;
};

/** The layer's part of a row. */
export type LayerCells = {
  revision: number;
  kind: LayerKind;
  annotator: string;
  state: LayerState;
};

/** The annotation's part of a row. Segments in UTF-16 code units. */
export type AnnotationCells = {
  id: string;
  label: string;
  segments: [number, number][];
  quote: string;
  prefix: string;
  suffix: string;
  attributes: Record<string, AttributeValue>;
  note: string;
  confidence: number | null;
  codebookVersion: number;
  createdAt: string;
  updatedAt: string;
};

/** What of the CSV can be chosen. */
export type CsvChoice = {
  dialect: CsvDialect;
  /** Whether quote, prefix and suffix are there. */
  text: boolean;
};

const columns = [
  'annotation_id',
  'project',
  'article_id',
  'article_title',
  'source',
  'author',
  'url',
  'published_at',
  'language',
  'revision',
  'layer',
  'annotator',
  'label',
  'start',
  'end',
  'offset_unit',
  'segments',
  'quote',
  'prefix',
  'suffix',
  'attributes',
  'note',
  'confidence',
  'layer_state',
  'codebook_version',
  'created_at',
  'updated_at',
] as const;

const ofText = new Set<string>(['quote', 'prefix', 'suffix']);

/** The file's beginning: its names of columns, after a byte order mark for spreadsheets. */
export function csvHead({ dialect, text }: CsvChoice): string {
  const shown = columns.filter((column) => text || !ofText.has(column));
  return (dialect === 'excel' ? byteOrderMark : '') + csvRow(shown, dialect);
}

/**
 * An annotation's row. `layer` is the layer's kind; `start` and `end` are the first start and the
 * last end, all positions in the unit of `index`, which belongs to the layer's revision.
 */
export function csvLine(
  article: ArticleCells,
  layer: LayerCells,
  annotation: AnnotationCells,
  index: PositionIndex,
  { dialect, text }: CsvChoice,
): string {
  const told = (position: number) => index.fromUtf16(position) ?? position;
  const segments = annotation.segments.map(([start, end]) => [told(start), told(end)] as const);
  const { quote, prefix, suffix, confidence } = annotation;
  return csvRow(
    [
      annotation.id,
      article.project,
      article.articleId,
      article.title,
      article.source ?? '',
      article.author ?? '',
      article.url ?? '',
      article.publishedAt ?? '',
      article.language,
      String(layer.revision),
      layer.kind,
      layer.annotator,
      annotation.label,
      String(segments[0]?.[0] ?? ''),
      String(segments.at(-1)?.[1] ?? ''),
      index.unit,
      JSON.stringify(segments),
      ...(text ? [quote, prefix, suffix] : []),
      JSON.stringify(annotation.attributes),
      annotation.note,
      confidence === null ? '' : String(confidence),
      layer.state,
      String(annotation.codebookVersion),
      annotation.createdAt,
      annotation.updatedAt,
    ],
    dialect,
  );
}

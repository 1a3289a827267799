import type { OpenDecision } from '@/lib/adjudication/decision/seen-decision';
import type { PositionIndex } from '@/lib/article/code-points';
import type { ArticleCells, CsvChoice } from './annotation-csv';
import type { CsvDialect } from './csv';
import { byteOrderMark, csvCells, endOfRow } from './csv';
import type { OpenSource } from './export-shown';

/** The names and sources to export a decision with. */
type DecisionCells = {
  nameOf: (userId: string, name: string) => string;
  sources: readonly OpenSource[];
};

const decisionColumns = [
  'decision_id',
  'decision',
  'rule',
  'decided_by',
  'decided_at',
  'reason',
  'sources',
] as const;

const sourcesCell = (sources: readonly OpenSource[]): string =>
  JSON.stringify(
    sources.map(({ annotator, annotationId, version }) => [annotator, annotationId, version]),
  );

/** The header row of annotations extended by the columns of the decision behind each. */
export function headWithDecision(head: string, dialect: CsvDialect): string {
  return `${head.slice(0, -endOfRow.length)},${csvCells(decisionColumns, dialect)}${endOfRow}`;
}

/** The row of an annotation extended by the decision that made it; for null the cells are empty. */
export function rowWithDecision(
  row: string,
  decision: OpenDecision | null,
  { nameOf, sources }: DecisionCells,
  dialect: CsvDialect,
): string {
  const cells =
    decision === null
      ? decisionColumns.map(() => '')
      : [
          decision.id,
          decision.kind,
          decision.rule,
          nameOf(decision.by.id, decision.by.name),
          decision.at,
          decision.reason,
          sourcesCell(sources),
        ];
  return `${row.slice(0, -endOfRow.length)},${csvCells(cells, dialect)}${endOfRow}`;
}

const columns = [
  'decision_id',
  'project',
  'article_id',
  'article_title',
  'source',
  'revision',
  'start',
  'end',
  'offset_unit',
  'quote',
  'decision',
  'rule',
  'kinds',
  'given',
  'declined',
  'outcome',
  'relation',
  'open_attributes',
  'sources',
  'silent',
  'reason_key',
  'reason',
  'decided_by',
  'decided_at',
  'merge_id',
  'ended_at',
  'ended_by',
  'replaced_by',
] as const;

/** The header row of the CSV of decisions. */
export function decisionHead({ dialect, text }: CsvChoice): string {
  const shown = columns.filter((column) => text || column !== 'quote');
  return (dialect === 'excel' ? byteOrderMark : '') + csvCells(shown, dialect) + endOfRow;
}

/** The row of a decision; `index` belongs to the revision that it was made on and sets the unit. */
export function decisionLine(
  decision: OpenDecision,
  article: Pick<ArticleCells, 'project' | 'articleId' | 'title' | 'source'>,
  { nameOf, sources }: DecisionCells,
  index: PositionIndex,
  { dialect, text }: CsvChoice,
): string {
  const toUnit = (position: number) => String(index.fromUtf16(position) ?? position);
  const { by, endedBy, relation } = decision;
  const outcome = decision.outcome.map(({ annotationId, version, label }) => [
    annotationId,
    version,
    label,
  ]);
  const cells: string[] = [
    decision.id,
    article.project,
    article.articleId,
    article.title,
    article.source ?? '',
    String(decision.revision),
    toUnit(decision.start),
    toUnit(decision.end),
    index.unit,
    ...(text ? [decision.quote] : []),
    decision.kind,
    decision.rule,
    JSON.stringify(decision.kinds),
    JSON.stringify(decision.finalLabels),
    JSON.stringify(decision.rejectedLabels),
    JSON.stringify(outcome),
    relation === null ? '' : JSON.stringify(relation),
    JSON.stringify(decision.openAttributes),
    sourcesCell(sources),
    decision.silent === null ? '' : String(decision.silent.length),
    decision.reasonKey,
    decision.reason,
    nameOf(by.id, by.name),
    decision.at,
    decision.mergeId ?? '',
    decision.endedAt ?? '',
    endedBy === null ? '' : nameOf(endedBy.id, endedBy.name),
    decision.replacedById ?? '',
  ];
  return csvCells(cells, dialect) + endOfRow;
}

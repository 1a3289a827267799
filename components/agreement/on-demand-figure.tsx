import { Text } from '@mantine/core';
import type { AgreementView } from '@/lib/agreement/agreement-view';
import { counted } from '@/components/ui/progress-messages';
import { FigureCard } from '@/components/charts/figure-card';
import { FigureTable } from '@/components/charts/figure-table';
import { sentence } from '@/components/charts/figure-text';
import { onDemandMeasureText } from '@/components/charts/measure-text';
import type { Names } from './names';
import { FigureCell } from '@/components/charts/subset-columns';

/** A figure that was asked for: on its scale, how it was had, and its kin beside it. */
export function OnDemandFigure({ view, names }: { view: AgreementView; names: Names }) {
  const { figure, measure, reason } = view;
  if (figure === null || measure === 'panel')
    return <Text size="sm">{reason ?? 'There is nothing to reckon it from.'}</Text>;
  const text = onDemandMeasureText[measure];
  const from = `From ${counted(figure.n, 'mark')} of ${counted(figure.coders, 'analyst')} in ${counted(figure.articles, 'article')}.`;
  type Beside = (typeof figure.beside)[number];
  const nameOf = ({ name, label, pair }: Beside) =>
    [
      name,
      label !== null && `of ${names.label(label)}`,
      pair !== null && `of ${pair.map(names.analyst).join(' and ')}`,
    ]
      .filter((part) => part !== false)
      .join(' ');
  return (
    <div>
      <FigureCard figure={figure} text={text} facts={[from, sentence(figure.method)]} />
      {figure.beside.length > 0 && (
        <FigureTable
          name={`Beside ${text.short}`}
          rows={figure.beside}
          keyOf={({ name, label, pair }) => JSON.stringify([name, label, pair])}
          shown={8}
          columns={[
            { head: 'Figure', cell: (row) => <bdi>{nameOf(row)}</bdi> },
            {
              head: 'Value',
              isNumber: true,
              cell: (row) => <FigureCell figure={row} />,
            },
          ]}
          record={(row) => ({
            figure: row.name,
            label: row.label,
            analyst: row.pair && names.analyst(row.pair[0]),
            other_analyst: row.pair && names.analyst(row.pair[1]),
            value: row.value,
            reason: row.reason,
          })}
        />
      )}
    </div>
  );
}

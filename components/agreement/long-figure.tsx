import { Text } from '@mantine/core';
import type { AgreementView } from '@/lib/agreement/agreement-view';
import { counted } from '@/components/project/progress-words';
import { FigureCard } from './figure-card';
import { figureRecord } from './figure-record';
import { FigureTable } from './figure-table';
import { sentence } from './figure-words';
import { longWords } from './measure-words';
import { FigureCell } from './part-columns';

/** A figure that was asked for: on its scale, how it was had, and its kin beside it. */
export function LongFigure({ view }: { view: AgreementView }) {
  const { figure, measure, reason } = view;
  if (figure === null || measure === 'panel')
    return <Text size="sm">{reason ?? 'There is nothing to reckon it from.'}</Text>;
  const words = longWords[measure];
  const from = `From ${counted(figure.n, 'mark')} of ${counted(figure.coders, 'analyst')} in ${counted(figure.articles, 'article')}.`;
  return (
    <div>
      <FigureCard figure={figure} words={words} facts={[from, sentence(figure.method)]} />
      {figure.beside.length > 0 && (
        <FigureTable
          name={`Beside ${words.short}`}
          rows={figure.beside}
          keyOf={({ name }) => name}
          shown={8}
          columns={[
            { head: 'Figure', cell: ({ name }) => <bdi>{name}</bdi> },
            {
              head: 'Value',
              isNumber: true,
              cell: (row) => <FigureCell figure={row} />,
            },
          ]}
          record={({ name, ...rest }) => ({ figure: name, ...figureRecord('value', rest) })}
        />
      )}
    </div>
  );
}

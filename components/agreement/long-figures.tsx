'use client';

import { Button, Group, NativeSelect, Stack } from '@mantine/core';
import { useState } from 'react';
import { ProblemAlert } from '@/components/ui/problem-alert';
import type { LongFigureView } from '@/lib/agreement/agreement-view';
import type { AgreementAsk } from './agreement-ask';
import { agreementSearch } from './agreement-ask';
import { LongFigure } from './long-figure';
import type { LongMeasure } from './measure-words';
import { longWords } from './measure-words';
import type { Names } from './names';
import { PanelSection } from './panel-section';
import { ReckoningProgress } from './reckoning-progress';
import { useAsking } from './use-asking';

const alphas: LongMeasure[] = ['alpha-character', 'alpha-token', 'alpha-sentence'];

const distances = [
  { value: 'jaccard', label: 'Jaccard: shared labels of all labels there' },
  { value: 'masi', label: 'MASI: as Jaccard, and less where one holds more than the other' },
];

function isAlpha(name: string): name is LongMeasure {
  return alphas.some((alpha) => alpha === name);
}

/** Figures that take longer: each is reckoned when it is asked for, and may be broken off. */
export function LongFigures({
  names,
  onFigure,
  ...asked
}: {
  projectId: string;
  ask: AgreementAsk;
  names: Names;
  /** What has been reckoned, by name, for the file of everything. */
  onFigure: (name: string, figure: LongFigureView) => void;
}) {
  return (
    <PanelSection
      id="on-request"
      title="On request"
      words="Figures that take longer: seconds for a few articles, minutes for thousands. They are reckoned from the same readings as all else here."
    >
      <LongAsk {...asked} names={names} measures={['gamma']} onFigure={onFigure} />
      <LongAsk {...asked} names={names} measures={alphas} onFigure={onFigure} />
    </PanelSection>
  );
}

function LongAsk({
  projectId,
  ask,
  names,
  measures,
  onFigure,
}: {
  projectId: string;
  ask: AgreementAsk;
  names: Names;
  measures: readonly LongMeasure[];
  onFigure: (name: string, figure: LongFigureView) => void;
}) {
  const asking = useAsking(projectId);
  const [measure, choose] = useState<LongMeasure>(measures[0] ?? 'gamma');
  const [distance, setDistance] = useState('jaccard');
  const [asked, setAsked] = useState<LongMeasure>(measure);
  const { short } = longWords[measure];
  const begin = () => {
    setAsked(measure);
    const of = measure === 'gamma' ? {} : { distance };
    void asking.ask(agreementSearch(ask, { measure, ...of }), ({ figure }) => {
      if (figure) onFigure([measure, ...Object.values(of)].join(' '), figure);
    });
  };
  const { view } = asking;
  return (
    <Stack gap="md">
      <Group align="end" gap="md">
        {measures.length > 1 && (
          <>
            <NativeSelect
              label="α over"
              value={measure}
              onChange={({ currentTarget: { value } }) => isAlpha(value) && choose(value)}
              data={measures.map((value) => ({
                value,
                label: longWords[value].short.replace('α over ', ''),
              }))}
            />
            <NativeSelect
              label="How far two sets of labels are apart"
              value={distance}
              onChange={({ currentTarget }) => setDistance(currentTarget.value)}
              data={distances}
            />
          </>
        )}
        <Button variant="default" onClick={begin} disabled={asking.isBusy}>
          Compute {short}
        </Button>
      </Group>
      {asking.isBusy && (
        <ReckoningProgress
          what={`Computing ${longWords[asked].short}`}
          unit={asked === 'gamma' ? 'steps' : 'articles'}
          progress={asking.progress}
          onCancel={asking.cancel}
        />
      )}
      <div role="status">
        {asking.isCancelled && `${longWords[asked].short} was broken off. Nothing is lost.`}
      </div>
      {asking.problem && <ProblemAlert problem={asking.problem} />}
      {!asking.isBusy && !asking.problem && view && <LongFigure view={view} names={names} />}
    </Stack>
  );
}

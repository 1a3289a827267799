import { Radio, Slider, Stack, Switch, Text } from '@mantine/core';
import type { MergeStrategy } from '@/lib/adjudication/merge/merge';
import { boundaryRules } from '@/lib/adjudication/merge/merge';
import { boundaryText } from './adjudication-messages';

const uses = ['none', 'require', 'decide'] as const;

const percentOf = (share: number): number => Math.round(share * 100);

const defaultMinConfidence = 0.75;

const confidenceUseText: Record<
  (typeof uses)[number],
  { name: (percent: number) => string; means: string }
> = {
  none: { name: () => 'Ignore it', means: 'Stated confidence makes no difference.' },
  require: {
    name: (percent) => `Require at least ${percent} %`,
    means: 'Nothing is resolved by rule whose annotators are less confident.',
  },
  decide: {
    name: () => 'Prefer the most confident',
    means:
      'Where the other rules decide nothing, the only version that reaches the minimum is taken.',
  },
};

/** The strategy of a merge, each option explained in a line. */
export function StrategyFields({
  strategy,
  onChange,
}: {
  strategy: MergeStrategy;
  onChange: (strategy: MergeStrategy) => void;
}) {
  const { majority, confidence } = strategy;
  return (
    <Stack gap="sm">
      <Text size="sm">
        What all annotators agree on, with the same words, label and attributes, is always taken.
      </Text>
      <Switch
        size="sm"
        label="Also take a label that more than half of the annotators give"
        checked={majority !== null}
        onChange={({ currentTarget }) =>
          onChange({ ...strategy, majority: currentTarget.checked ? { boundary: 'exact' } : null })
        }
      />
      {majority !== null && (
        <Radio.Group
          size="sm"
          label="Boundaries"
          value={majority.boundary}
          onChange={(value) => {
            const boundary = boundaryRules.find((rule) => rule === value) ?? 'exact';
            onChange({ ...strategy, majority: { boundary } });
          }}
        >
          <Stack gap={6} mt={6}>
            {boundaryRules.map((rule) => (
              <Radio
                key={rule}
                size="xs"
                value={rule}
                label={boundaryText[rule].name}
                description={boundaryText[rule].means}
              />
            ))}
          </Stack>
        </Radio.Group>
      )}
      <Radio.Group
        size="sm"
        label="Annotator confidence"
        value={confidence?.use ?? 'none'}
        onChange={(value) => {
          const use = uses.find((one) => one === value) ?? 'none';
          onChange({
            ...strategy,
            confidence:
              use === 'none' ? null : { least: confidence?.least ?? defaultMinConfidence, use },
          });
        }}
      >
        <Stack gap={6} mt={6}>
          {uses.map((use) => (
            <Radio
              key={use}
              size="xs"
              value={use}
              label={confidenceUseText[use].name(
                percentOf(confidence?.least ?? defaultMinConfidence),
              )}
              description={confidenceUseText[use].means}
            />
          ))}
        </Stack>
      </Radio.Group>
      {confidence !== null && (
        <div>
          <Text size="sm" fw={500}>
            Minimum: {percentOf(confidence.least)} %, the mean over its annotators
          </Text>
          <Slider
            size="sm"
            min={0}
            max={100}
            step={5}
            label={null}
            thumbLabel="Minimum confidence, in per cent"
            value={percentOf(confidence.least)}
            onChange={(percent) =>
              onChange({ ...strategy, confidence: { ...confidence, least: percent / 100 } })
            }
          />
        </div>
      )}
    </Stack>
  );
}

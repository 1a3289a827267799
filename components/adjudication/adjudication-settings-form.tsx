'use client';

import { SubmitButton, useUnsavedWarning } from '@/components/ui/form';
import { Group, NumberInput, Radio, Stack, Switch, Text, Title } from '@mantine/core';
import { useForm } from '@mantine/form';
import { useRouter } from 'next/navigation';
import { useRef, useState } from 'react';
import { callApi } from '@/components/ui/api';
import { ProblemAlert } from '@/components/ui/problem-alert';
import { useAction } from '@/components/ui/use-action';
import type { AdjudicationSettings } from '@/lib/adjudication/adjudication-settings';
import { unsubmittedWays } from '@/lib/adjudication/adjudication-settings';
import { ReasonFields } from './reason-fields';
import type { SettingsFormValues } from './settings-form-values';
import {
  settingsFormChange,
  settingsFormErrors,
  settingsFormValues,
  unsubmittedText,
} from './settings-form-values';

/** The form of a project's adjudication and calibration settings, for its managers. */
export function AdjudicationSettingsForm({
  projectId,
  rules,
}: {
  projectId: string;
  rules: AdjudicationSettings;
}) {
  const router = useRouter();
  const form = useForm<SettingsFormValues>({ initialValues: settingsFormValues(rules) });
  const { busy, problem, run } = useAction();
  const [saved, setSaved] = useState(false);
  const box = useRef<HTMLFormElement>(null);
  useUnsavedWarning(form.isDirty() && !busy);
  const send = async () => {
    const values = form.getValues();
    const faults = settingsFormErrors(values);
    form.setErrors(faults);
    if (Object.keys(faults).length > 0) {
      requestAnimationFrame(() =>
        box.current?.querySelector<HTMLElement>('[aria-invalid="true"]')?.focus(),
      );
      return;
    }
    await run(async () => {
      const path = `/api/v1/projects/${projectId}/adjudication-settings`;
      const storedValues = settingsFormValues(
        await callApi('PATCH', path, settingsFormChange(values)),
      );
      form.setValues(storedValues);
      form.resetDirty(storedValues);
      setSaved(true);
      router.refresh();
    });
  };
  return (
    <form
      ref={box}
      noValidate
      aria-labelledby="adjudication"
      onSubmit={(event) => {
        event.preventDefault();
        void send();
      }}
    >
      <Stack gap="lg" maw={640}>
        <div>
          <Title order={2} size="h3" id="adjudication">
            Adjudication
          </Title>
          <Text size="sm" c="dimmed">
            How managers turn several submissions into one consensus.
          </Text>
        </div>
        <ReasonFields form={form} />
        <Switch
          label="Ask for a reason"
          description="Every decision by hand needs a reason."
          {...form.getInputProps('reasonRequired', { type: 'checkbox' })}
        />
        <Switch
          label="Hide annotators’ names"
          description="Adjudication and the decision log do not show who made which version."
          {...form.getInputProps('anonymous', { type: 'checkbox' })}
        />
        <Radio.Group
          label="Unsubmitted annotations"
          description="What happens to annotations that an analyst has begun and not submitted when the article is adjudicated?"
          {...form.getInputProps('unsubmitted')}
        >
          <Stack gap="sm" mt="sm">
            {unsubmittedWays.map((way) => (
              <Radio
                key={way}
                value={way}
                label={unsubmittedText[way].name}
                description={unsubmittedText[way].means}
              />
            ))}
          </Stack>
        </Radio.Group>
        <Title order={3} size="h4" ff="text">
          Calibration
        </Title>
        <Text size="sm" c="dimmed" mt={-12}>
          New analysts annotate resolved articles, which you choose in the list of articles, and are
          scored against their consensus.
        </Text>
        <NumberInput
          label="Pass mark"
          description="The F1 by characters that is needed to pass, from 0 to 1. If empty, every submission passes."
          min={0}
          max={1}
          step={0.05}
          decimalScale={2}
          styles={{ wrapper: { maxWidth: '10rem' } }}
          {...form.getInputProps('passMark')}
        />
        <Switch
          label="Calibration comes first"
          description="Analysts annotate no other article until they have passed all calibration articles."
          {...form.getInputProps('calibrationGate', { type: 'checkbox' })}
        />
        {problem && <ProblemAlert problem={problem} />}
        <Group gap="sm">
          <SubmitButton loading={busy}>Save adjudication settings</SubmitButton>
          <Text size="sm" c="dimmed" role="status">
            {saved && !form.isDirty() ? 'Saved.' : ''}
          </Text>
        </Group>
      </Stack>
    </form>
  );
}

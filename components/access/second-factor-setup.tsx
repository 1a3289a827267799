'use client';

import { Button, Code, Group, Stack, Text } from '@mantine/core';
import { callApi } from '@/components/ui/api';
import { fieldsOf } from '@/components/ui/fields-of';
import { focusFault } from '@/components/ui/focus-fault';
import { ProblemAlert } from '@/components/ui/problem-alert';
import { SubmitButton } from '@/components/ui/submit-button';
import { useAction } from '@/components/ui/use-action';
import type { NewFactorView, RecoveryCodesView } from '@/lib/access/second-factor';
import { CodeField } from './code-field';
import { useProved } from './proof';
import { QrCode } from './qr-code';

/** The secret for the app, as a picture and as text, and the code that confirms it. */
export function SecondFactorSetup({
  factor,
  onConfirmed,
  onCancel,
}: {
  factor: NewFactorView;
  onConfirmed: (codes: string[]) => void;
  onCancel: () => void;
}) {
  const proved = useProved();
  const { busy, problem, run } = useAction();
  const fault = problem?.errors.find(({ path }) => path === 'code')?.message;
  const confirm = async (form: HTMLFormElement) => {
    const { code } = fieldsOf(form, 'code');
    const path = '/api/v1/me/second-factor/confirmation';
    const isDone = await run(async () => {
      const { recoveryCodes } = await proved(() =>
        callApi<RecoveryCodesView>('POST', path, { code }),
      );
      onConfirmed(recoveryCodes);
    });
    if (!isDone) focusFault(form);
  };
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault();
        void confirm(event.currentTarget);
      }}
    >
      <Stack gap="md" maw={440}>
        <Text size="sm">
          Scan this with an authenticator app, or enter the secret by hand. Then give the code that
          the app shows.
        </Text>
        <QrCode text={factor.uri} label="QR code for the authenticator app" />
        <div>
          <Text size="sm" fw={600}>
            Secret
          </Text>
          <Code style={{ overflowWrap: 'anywhere' }}>
            {factor.secret.match(/.{1,4}/g)?.join(' ')}
          </Code>
        </div>
        <CodeField label="Code from the app" fault={fault} />
        {problem !== null && <ProblemAlert problem={problem} />}
        <Group gap="sm">
          <SubmitButton loading={busy}>Confirm</SubmitButton>
          <Button variant="default" onClick={onCancel}>
            Cancel
          </Button>
        </Group>
      </Stack>
    </form>
  );
}

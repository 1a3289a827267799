'use client';

import { encode } from 'uqr';
import { Button, Code, Group, Stack, Text } from '@mantine/core';
import { callApi } from '@/components/ui/api';
import { fieldsOf, focusFault, SubmitButton } from '@/components/ui/form';
import { ProblemAlert } from '@/components/ui/problem-alert';
import { useAction } from '@/components/ui/use-action';
import type { NewFactorView, RecoveryCodesView } from '@/lib/access/second-factor';
import { CodeField } from './credential-fields';
import { useProved } from './proof';

/** The margin of a QR code in modules, which cameras need to find it. */
const quietZone = 4;

/** A QR code of a text, dark on white in both colour schemes, as cameras need it. */
function QrCode({ text, label }: { text: string; label: string }) {
  const { data, size } = encode(text, { border: 0 });
  const whole = size + 2 * quietZone;
  const path = data
    .flatMap((row, y) =>
      row.map((dark, x) => (dark ? `M${x + quietZone} ${y + quietZone}h1v1h-1z` : '')),
    )
    .join('');
  return (
    <svg
      role="img"
      aria-label={label}
      viewBox={`0 0 ${whole} ${whole}`}
      width={200}
      height={200}
      shapeRendering="crispEdges"
    >
      <rect width={whole} height={whole} fill="#fff" />
      <path d={path} fill="#000" />
    </svg>
  );
}

/** The secret for the app, as QR code and text, and the field for the code that confirms it. */
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
          Scan this with an authenticator app, or enter the secret by hand. Then enter the code that
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

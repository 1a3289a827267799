'use client';

import { Alert, Button, CopyButton, Group, SimpleGrid, Text, Stack, Title } from '@mantine/core';
import { useRouter } from 'next/navigation';
import { useRef, useState } from 'react';
import { callApi } from '@/components/ui/api';
import { ConfirmAction, useQuestion } from '@/components/ui/confirm-action';
import { ProblemAlert } from '@/components/ui/problem-alert';
import { Time } from '@/components/ui/time';
import { useAction } from '@/components/ui/use-action';
import type {
  NewFactorView,
  RecoveryCodesView,
  SecondFactorView,
} from '@/lib/access/second-factor';
import { useProved } from './proof';
import { SecondFactorSetup } from './second-factor-setup';

/** New recovery codes, which are shown only once. */
function RecoveryCodes({ codes, onClose }: { codes: readonly string[]; onClose: () => void }) {
  return (
    <Alert role="status" color="accent" title="Save these recovery codes: they are not shown again">
      <Text size="sm">
        Each lets you sign in once without the app. Print them, or store them with your passwords,
        but not on the device with the app.
      </Text>
      <SimpleGrid
        component="ul"
        cols={{ base: 1, sm: 2 }}
        spacing={4}
        my="sm"
        p={0}
        style={{ listStyle: 'none', fontFamily: 'var(--mantine-font-family-monospace)' }}
      >
        {codes.map((code) => (
          <li key={code}>{code}</li>
        ))}
      </SimpleGrid>
      <Group gap="xs">
        <CopyButton value={codes.join('\n')} timeout={3000}>
          {({ copied, copy }) => <Button onClick={copy}>{copied ? 'Copied' : 'Copy all'}</Button>}
        </CopyButton>
        <Button variant="default" onClick={onClose}>
          I have saved them
        </Button>
      </Group>
    </Alert>
  );
}

const path = '/api/v1/me/second-factor';

/** The viewer's second factor: set up, renew recovery codes, remove. */
export function SecondFactor({ factor }: { factor: SecondFactorView }) {
  const router = useRouter();
  const heading = useRef<HTMLHeadingElement>(null);
  const [begun, setBegun] = useState<NewFactorView | null>(null);
  const [codes, setCodes] = useState<readonly string[]>([]);
  const question = useQuestion<'removal'>();
  const proved = useProved();
  const { busy, problem, run } = useAction();
  const show = (made: readonly string[]) => {
    setBegun(null);
    setCodes(made);
    heading.current?.focus();
    router.refresh();
  };
  const begin = () => proved(() => callApi<NewFactorView>('POST', path)).then(setBegun);
  const renew = () =>
    proved(() => callApi<RecoveryCodesView>('POST', `${path}/recovery-codes`)).then(
      ({ recoveryCodes }) => show(recoveryCodes),
    );
  const remove = async () => {
    await proved(() => callApi('DELETE', path));
    setCodes([]);
    router.refresh();
  };
  return (
    <Stack gap="sm" component="section" aria-labelledby="factor-title">
      <Title ref={heading} tabIndex={-1} order={2} size="h3" id="factor-title">
        Second factor
      </Title>
      {factor.confirmedAt === null ? (
        <Text size="sm" c="dimmed">
          With an authenticator app on your phone, nobody can sign in with your password alone: a
          code from the app is required, too.
        </Text>
      ) : (
        <Text size="sm">
          On since <Time at={factor.confirmedAt} />. {factor.recoveryCodes} of 10 recovery codes are
          left.
        </Text>
      )}
      {codes.length > 0 && <RecoveryCodes codes={codes} onClose={() => setCodes([])} />}
      {begun !== null && (
        <SecondFactorSetup factor={begun} onConfirmed={show} onCancel={() => setBegun(null)} />
      )}
      {problem !== null && <ProblemAlert problem={problem} />}
      {factor.confirmedAt === null && begun === null && (
        <div>
          <Button variant="default" loading={busy} onClick={() => void run(begin)}>
            Set up a second factor
          </Button>
        </div>
      )}
      {factor.confirmedAt !== null && (
        <Group gap="sm">
          <Button variant="default" loading={busy} onClick={() => void run(renew)}>
            New recovery codes
          </Button>
          <Button variant="default" onClick={() => question.open('removal')}>
            Remove second factor
          </Button>
        </Group>
      )}
      <ConfirmAction
        question={question}
        landing={heading}
        title="Remove the second factor?"
        action="Remove second factor"
        onConfirm={remove}
      >
        <Text size="sm">
          Signing in then requires only your password, your recovery codes are no longer valid, and
          you cannot open projects that require a second factor until you set up another.
        </Text>
      </ConfirmAction>
    </Stack>
  );
}

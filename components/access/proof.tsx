'use client';

import { Anchor, Button, Group, Modal, PasswordInput, Stack, Text } from '@mantine/core';
import { useState, createContext, useContext } from 'react';
import type { ReactNode } from 'react';
import { callApi, ApiProblem } from '@/components/ui/api';
import { fieldsOf, SubmitButton } from '@/components/ui/form';
import { ProblemAlert } from '@/components/ui/problem-alert';
import { useAction } from '@/components/ui/use-action';
import { HiddenUsername, CodeField } from './credential-fields';
import { signInElsewhere } from './sign-in';

/** How the viewer can confirm their identity again. */
type ProofWays = {
  email: string;
  password: boolean;
  /** Whether by a code of their second factor. */
  code: boolean;
  /** Other sites, for users without a password. */
  providers: readonly { id: string; name: string }[];
};

/** A dialog that asks for the viewer's password or code, or to sign in again at another site. */
function ProofDialog({
  opened,
  ways,
  onProved,
  onCancel,
}: {
  opened: boolean;
  ways: ProofWays;
  onProved: () => void;
  onCancel: () => void;
}) {
  return (
    <Modal
      opened={opened}
      onClose={onCancel}
      title="Is it still you?"
      closeButtonProps={{ 'aria-label': 'Close' }}
      zIndex={300}
      centered
    >
      {ways.password || ways.code ? (
        <ProofForm ways={ways} onProved={onProved} onCancel={onCancel} />
      ) : (
        <ProofElsewhere ways={ways} onProved={onProved} onCancel={onCancel} />
      )}
    </Modal>
  );
}

type Props = { ways: ProofWays; onProved: () => void; onCancel: () => void };

function ProofForm({ ways, onProved, onCancel }: Props) {
  const { busy, problem, run, forget } = useAction();
  const [way, setWay] = useState<'password' | 'code'>(ways.password ? 'password' : 'code');
  const other = way === 'password' ? 'code' : 'password';
  const send = async (form: HTMLFormElement) => {
    const given = { [way]: fieldsOf(form, way)[way] };
    if (await run(() => callApi('POST', '/api/v1/me/proof', given))) onProved();
    else form.querySelector<HTMLInputElement>(`[name="${way}"]`)?.select();
  };
  return (
    <form
      method="post"
      onSubmit={(event) => {
        event.preventDefault();
        void send(event.currentTarget);
      }}
    >
      <Stack gap="md">
        <Text size="sm">
          You signed in a while ago. Enter {way === 'password' ? 'your password' : 'a code'} once
          more; then your action is completed, and you are not asked again for 15 minutes.
        </Text>
        <HiddenUsername email={ways.email} />
        {way === 'code' ? (
          <CodeField label="Code from the app" />
        ) : (
          <PasswordInput
            label="Your password"
            name="password"
            required
            withAsterisk={false}
            autoComplete="current-password"
            data-autofocus
          />
        )}
        {ways.password && ways.code && (
          <Anchor
            component="button"
            type="button"
            size="sm"
            underline="always"
            ta="left"
            onClick={() => {
              forget();
              setWay(other);
            }}
          >
            Use {other === 'code' ? 'a code from the app' : 'the password'} instead
          </Anchor>
        )}
        {problem !== null && <ProblemAlert problem={problem} />}
        <Group gap="sm" justify="flex-end">
          <Button variant="default" onClick={onCancel}>
            Cancel
          </Button>
          <SubmitButton loading={busy}>Continue</SubmitButton>
        </Group>
      </Stack>
    </form>
  );
}

/** The other site opens in a new tab, so that nothing that was entered here is lost. */
function ProofElsewhere({ ways, onProved, onCancel }: Props) {
  const { busy, problem, run } = useAction();
  return (
    <Stack gap="md">
      <Text size="sm">
        You signed in a while ago, and this account has no password. Sign in again in a new tab,
        then come back here and continue; nothing that you entered is lost.
      </Text>
      {ways.providers.map(({ id, name }) => (
        <Button
          key={id}
          variant="default"
          loading={busy}
          onClick={() => {
            const tab = window.open('', '_blank');
            void run(() => signInElsewhere(id, '/account', tab?.location ?? window.location));
          }}
        >
          Sign in with {name}
        </Button>
      ))}
      {problem !== null && <ProblemAlert problem={problem} />}
      <Group gap="sm" justify="flex-end">
        <Button variant="default" onClick={onCancel}>
          Cancel
        </Button>
        <Button onClick={onProved}>Continue</Button>
      </Group>
    </Stack>
  );
}

type Proved = <Result>(operation: () => Promise<Result>) => Promise<Result>;

const ProofContext = createContext<Proved>((operation) => operation());

const isProofNeeded = (thrown: unknown): boolean =>
  thrown instanceof ApiProblem && thrown.type === 'urn:parallax:proof-needed';

/**
 * Provides `useProved` to its children: where the server requires a fresh proof of identity, a
 * dialog asks for it and the operation is repeated.
 */
export function ProofProvider({ ways, children }: { ways: ProofWays; children: ReactNode }) {
  const [waiting, setWaiting] = useState<((isProved: boolean) => void) | null>(null);
  const proved: Proved = async (operation) => {
    try {
      return await operation();
    } catch (thrown) {
      if (!isProofNeeded(thrown)) throw thrown;
      const isProved = await new Promise<boolean>((resolve) => setWaiting(() => resolve));
      setWaiting(null);
      if (!isProved) throw thrown;
      return operation();
    }
  };
  return (
    <ProofContext value={proved}>
      {children}
      <ProofDialog
        opened={waiting !== null}
        ways={ways}
        onProved={() => waiting?.(true)}
        onCancel={() => waiting?.(false)}
      />
    </ProofContext>
  );
}

/**
 * A function that runs an operation, and asks for a proof of identity where the server requires
 * one.
 */
export const useProved = (): Proved => useContext(ProofContext);

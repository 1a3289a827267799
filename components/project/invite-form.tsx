'use client';

import type { Role } from '@/lib/access/permission';
import { Group, Radio, Stack, Text, TextInput, Title } from '@mantine/core';
import { useForm } from '@mantine/form';
import { useRouter } from 'next/navigation';
import { useState } from 'react';
import { callApi } from '@/components/ui/api';
import { SubmitButton } from '@/components/ui/form';
import { OneTimeLink } from '@/components/ui/one-time-link';
import { ProblemAlert } from '@/components/ui/problem-alert';
import { roleText } from '@/components/ui/project-text';
import { Time } from '@/components/ui/time';
import { useAction } from '@/components/ui/use-action';
import { mayInvite, roles } from '@/lib/access/permission';
import type { NewInvitationView } from '@/lib/project/invitation';
import { invitationInput } from '@/lib/project/invitation';

/** The link of a new invitation, which is shown only once. */
function InvitationLink({
  invitation,
  onClose,
}: {
  invitation: NewInvitationView;
  onClose: () => void;
}) {
  return (
    <OneTimeLink
      title="The invitation link is ready"
      label="Invitation link"
      url={invitation.url}
      onClose={onClose}
    >
      Copy it now: it is not shown again. It lets {invitation.email ?? 'whoever opens it first'}{' '}
      join as {roleText[invitation.role].one}, until <Time at={invitation.expiresAt} />.
    </OneTimeLink>
  );
}

/** The form that creates an invitation, and its link, which is shown only once. */
export function InviteForm({ projectId, role }: { projectId: string; role: Role }) {
  const router = useRouter();
  const { busy, problem, run } = useAction();
  const [made, setMade] = useState<NewInvitationView | null>(null);
  const form = useForm<{ email: string; role: Role }>({
    initialValues: { email: '', role: 'analyst' },
  });
  const send = async () => {
    const { email, role: invited } = form.getValues();
    const input = { role: invited, ...(email.trim() === '' ? {} : { email: email.trim() }) };
    const { error } = invitationInput.safeParse(input);
    const fault = error?.issues.find(({ path }) => path[0] === 'email');
    if (fault) return form.setFieldError('email', fault.message);
    await run(async () => {
      const path = `/api/v1/projects/${projectId}/invitations`;
      setMade(await callApi<NewInvitationView>('POST', path, input));
      form.setFieldValue('email', '');
      router.refresh();
    });
  };
  return (
    <Stack gap="md" maw={640}>
      <Title order={2} size="h3">
        Invite somebody
      </Title>
      <Text c="dimmed">
        You get a link to pass on. It lets one person join and is valid for 14 days.
      </Text>
      <form
        noValidate
        onSubmit={(event) => {
          event.preventDefault();
          void send();
        }}
      >
        <Stack gap="md">
          <Radio.Group label="Role" {...form.getInputProps('role')}>
            <Stack gap="xs" mt="xs">
              {roles
                .filter((invited) => mayInvite(role, invited))
                .map((invited) => (
                  <Radio
                    key={invited}
                    value={invited}
                    label={roleText[invited].name}
                    description={roleText[invited].does}
                  />
                ))}
            </Stack>
          </Radio.Group>
          <TextInput
            label="E-mail (optional)"
            description="With it, only the person with this address can use the link. Nothing is sent."
            type="email"
            autoComplete="off"
            {...form.getInputProps('email')}
          />
          {problem && <ProblemAlert problem={problem} />}
          <Group>
            <SubmitButton loading={busy}>Create invitation link</SubmitButton>
          </Group>
        </Stack>
      </form>
      {made && <InvitationLink invitation={made} onClose={() => setMade(null)} />}
    </Stack>
  );
}

'use client';

import { Button, Menu, Text, useMantineColorScheme } from '@mantine/core';
import {
  IconAt,
  IconBook,
  IconCalculator,
  IconChevronDown,
  IconLogin,
  IconLogout,
  IconSunMoon,
  IconUser,
} from '@tabler/icons-react';
import Link from 'next/link';
import { useState } from 'react';
import type { Unsent } from '@/components/outbox/leave-browser';
import classes from '@/components/ui/page.module.css';
import { signOut } from './sign-out';
import { SignOutDialog } from './sign-out-dialog';

const schemes = [
  { value: 'light', name: 'Light' },
  { value: 'dark', name: 'Dark' },
  { value: 'auto', name: 'System' },
] as const;

function SchemeChoice() {
  const { colorScheme, setColorScheme } = useMantineColorScheme();
  return (
    <>
      <Menu.Label>Colours</Menu.Label>
      <Menu.RadioGroup
        value={colorScheme}
        onChange={(value) => {
          const chosen = schemes.find((scheme) => scheme.value === value);
          if (chosen) setColorScheme(chosen.value);
        }}
      >
        {schemes.map(({ value, name }) => (
          <Menu.RadioItem key={value} value={value}>
            {name}
          </Menu.RadioItem>
        ))}
      </Menu.RadioGroup>
    </>
  );
}

/** The viewer's menu: account, mentions, guides, colour scheme, and signing in or out. */
export function PersonMenu({ person }: { person: { name: string; email: string } | null }) {
  const [failed, setFailed] = useState(false);
  const [unsent, setUnsent] = useState<Unsent | null>(null);
  const [isLeaving, setLeaving] = useState(false);
  const leave = () => {
    setFailed(false);
    setLeaving(true);
    signOut()
      .then(setUnsent)
      .catch(() => setFailed(true))
      .finally(() => setLeaving(false));
  };
  const label = isLeaving ? 'Signing out …' : 'Sign out';
  return (
    <>
      {unsent !== null && <SignOutDialog unsent={unsent} onStay={() => setUnsent(null)} />}
      <Menu position="bottom-end" width={250} withinPortal={false}>
        <Menu.Target>
          <Button
            variant="subtle"
            color="gray"
            px="xs"
            aria-label={person === null ? 'Settings' : `${person.name}: account and settings`}
            rightSection={<IconChevronDown size={16} aria-hidden />}
            leftSection={
              person === null ? (
                <IconSunMoon size={18} aria-hidden />
              ) : (
                <IconUser size={18} aria-hidden />
              )
            }
          >
            <span className={classes.personName} dir="auto">
              {person?.name ?? 'Settings'}
            </span>
          </Button>
        </Menu.Target>
        <Menu.Dropdown>
          {person !== null && (
            <>
              <Menu.Label>
                <Text size="sm" c="dimmed" truncate="end">
                  {person.email}
                </Text>
              </Menu.Label>
              <Menu.Item component={Link} href="/account" leftSection={<IconUser size={16} />}>
                Account
              </Menu.Item>
              <Menu.Item component={Link} href="/mentions" leftSection={<IconAt size={16} />}>
                Mentions
              </Menu.Item>
            </>
          )}
          <Menu.Item component={Link} href="/docs/api" leftSection={<IconBook size={16} />}>
            API for scripts
          </Menu.Item>
          <Menu.Item
            component={Link}
            href="/agreement-calculator"
            leftSection={<IconCalculator size={16} />}
          >
            Agreement calculator
          </Menu.Item>
          <Menu.Divider />
          <SchemeChoice />
          <Menu.Divider />
          {person === null ? (
            <Menu.Item component={Link} href="/sign-in" leftSection={<IconLogin size={16} />}>
              Sign in
            </Menu.Item>
          ) : (
            <Menu.Item
              closeMenuOnClick={false}
              onClick={leave}
              disabled={isLeaving}
              leftSection={<IconLogout size={16} />}
            >
              {failed ? 'Not signed out: the server cannot be reached. Try again' : label}
            </Menu.Item>
          )}
        </Menu.Dropdown>
      </Menu>
    </>
  );
}

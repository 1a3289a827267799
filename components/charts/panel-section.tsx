import { Stack, Text, Title } from '@mantine/core';
import type { ReactNode } from 'react';
import classes from './panel-section.module.css';

/** A part of the panel: its name, what it answers, then what it shows; `beside` lays two things side by side. */
export function PanelSection({
  id,
  title,
  description,
  beside = false,
  tools,
  children,
}: {
  id: string;
  title: string;
  description: ReactNode;
  beside?: boolean;
  tools?: ReactNode;
  children: ReactNode;
}) {
  return (
    <Stack component="section" gap="md" aria-labelledby={id}>
      <div>
        <Title order={2} size="h3" id={id}>
          {title}
        </Title>
        <Text size="sm" c="dimmed" maw="44rem" mt={4}>
          {description}
        </Text>
      </div>
      {tools}
      <div className={classes.content} data-beside={beside || undefined}>
        {children}
      </div>
    </Stack>
  );
}

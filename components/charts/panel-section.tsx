import { Stack, Text, Title, Skeleton, VisuallyHidden } from '@mantine/core';
import type { ReactNode } from 'react';
import classes from './panel-section.module.css';

/**
 * A section of the panel: its title, the question it answers, then its content; `beside` puts two
 * things side by side.
 */
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

/** The placeholder of the panel during the first request. */
export function PanelSkeleton() {
  return (
    <Stack gap="xl" aria-busy="true">
      <VisuallyHidden>Loading the figures…</VisuallyHidden>
      {[0, 1, 2, 3].map((index) => (
        <Stack key={index} gap="xs">
          <Skeleton height={18} width="30%" />
          <Skeleton height={12} width="75%" />
          <Skeleton height={40} mt="xs" />
        </Stack>
      ))}
    </Stack>
  );
}

import type { ComponentChildren } from 'preact';
import { Mark } from '../../ui/mark.tsx';
import './auth.css';

interface AuthCardProps {
  title: string;
  ask: string;
  foot: ComponentChildren;
  children: ComponentChildren;
}

/** The frame of log-in and sign-up. */
export function AuthCard({ title, ask, foot, children }: AuthCardProps) {
  return (
    <main class="auth">
      <div class="auth-card">
        <p class="auth-brand">
          <Mark />
          TradeSphere
        </p>
        <h1>{title}</h1>
        {children}
        <p class="auth-foot">
          {ask} {foot}
        </p>
      </div>
    </main>
  );
}

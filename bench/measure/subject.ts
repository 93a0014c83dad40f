import type { Stage } from '../stage/stage.ts';
import { bareWorker } from '../traffic/bare-worker.ts';
import { modelAlone } from '../traffic/model-alone.ts';
import type { System } from '../traffic/system.ts';
import { tradesphere } from '../traffic/tradesphere.ts';

/** A system under test, with what its cost is read from. */
export interface Subject {
  system: System;
  /** Of workerd; the model alone has none. */
  workerPid?: number;
  database?: string;
}

/** Of each measurement one: always in this order. */
export interface PerSystem<T> {
  model: T;
  bare: T;
  own: T;
}

export async function subjectsOn(stage: Stage, expected: string): Promise<PerSystem<Subject>> {
  const base = await stage.startBare();
  const own = stage.tradesphere;
  return {
    model: { system: modelAlone(stage.model.url, expected) },
    bare: {
      system: bareWorker(base.url, expected),
      workerPid: base.pid,
      database: base.database,
    },
    own: {
      system: tradesphere(own.url, expected),
      workerPid: own.pid,
      database: own.database,
    },
  };
}

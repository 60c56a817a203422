-- Recurring work of the cluster, as db-scheduler 16 wants it; who holds a row runs it. Not part of a backup.

create table job (
  task_name            text not null,
  task_instance        text not null,
  task_data            bytea,
  execution_time       timestamptz not null,
  picked               boolean not null,
  picked_by            text,
  last_success         timestamptz,
  last_failure         timestamptz,
  consecutive_failures int,
  last_heartbeat       timestamptz,
  version              bigint not null,
  priority             smallint,
  primary key (task_name, task_instance)
);
create index job_execution_time on job (execution_time);
create index job_last_heartbeat on job (last_heartbeat);

-- Activations that may have expired, of all tenants.
create index activation_open on activation (expires_at) where state in ('issued', 'sent', 'opened');

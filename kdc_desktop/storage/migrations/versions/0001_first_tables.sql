-- The tables of a club file as its first version made them.

CREATE TABLE journal_entry (
  id INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
  session_id INTEGER,
  label TEXT NOT NULL,
  at DATETIME NOT NULL,
  undoable BOOLEAN NOT NULL,
  undone_at DATETIME
);
CREATE INDEX ix_journal_entry_undoable_undone_at ON journal_entry (undoable, undone_at);

CREATE TABLE organisation (
  id INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
  name TEXT NOT NULL,
  sector TEXT NOT NULL,
  notes TEXT NOT NULL
);

CREATE TABLE programme (
  id INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
  name TEXT NOT NULL,
  goal TEXT NOT NULL
);

CREATE TABLE setting (
  name TEXT NOT NULL,
  value TEXT NOT NULL,
  CONSTRAINT pk_setting PRIMARY KEY (name)
);

CREATE TABLE department (
  id INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
  organisation_id INTEGER NOT NULL,
  name TEXT NOT NULL,
  CONSTRAINT fk_department_organisation_id FOREIGN KEY(organisation_id) REFERENCES organisation (id) DEFERRABLE INITIALLY DEFERRED
);
CREATE INDEX ix_department_organisation_id ON department (organisation_id);

CREATE TABLE journal_change (
  id INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
  entry_id INTEGER NOT NULL,
  table_name TEXT NOT NULL,
  row_key TEXT NOT NULL,
  "before" TEXT,
  "after" TEXT,
  CONSTRAINT fk_journal_change_entry_id FOREIGN KEY(entry_id) REFERENCES journal_entry (id) DEFERRABLE INITIALLY DEFERRED
);
CREATE INDEX ix_journal_change_entry_id ON journal_change (entry_id);

CREATE TABLE session (
  id INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
  programme_id INTEGER,
  title TEXT NOT NULL,
  place TEXT NOT NULL,
  goal TEXT NOT NULL,
  starts_at DATETIME NOT NULL,
  status TEXT NOT NULL,
  template TEXT NOT NULL,
  silent BOOLEAN NOT NULL,
  went_live_at DATETIME,
  closed_at DATETIME,
  trashed_at DATETIME,
  CONSTRAINT fk_session_programme_id FOREIGN KEY(programme_id) REFERENCES programme (id) DEFERRABLE INITIALLY DEFERRED
);
CREATE INDEX ix_session_programme_id ON session (programme_id);

CREATE TABLE cluster (
  id INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
  session_id INTEGER NOT NULL,
  name TEXT NOT NULL,
  colour TEXT NOT NULL,
  number INTEGER NOT NULL,
  x DOUBLE NOT NULL,
  y DOUBLE NOT NULL,
  width DOUBLE NOT NULL,
  height DOUBLE NOT NULL,
  CONSTRAINT fk_cluster_session_id FOREIGN KEY(session_id) REFERENCES session (id) DEFERRABLE INITIALLY DEFERRED
);
CREATE INDEX ix_cluster_session_id ON cluster (session_id);

CREATE TABLE person (
  id INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
  name TEXT NOT NULL,
  email TEXT NOT NULL,
  organisation_id INTEGER,
  department_id INTEGER,
  notes TEXT NOT NULL,
  created_at DATETIME NOT NULL,
  CONSTRAINT fk_person_department_id FOREIGN KEY(department_id) REFERENCES department (id) DEFERRABLE INITIALLY DEFERRED,
  CONSTRAINT fk_person_organisation_id FOREIGN KEY(organisation_id) REFERENCES organisation (id) DEFERRABLE INITIALLY DEFERRED
);
CREATE INDEX ix_person_department_id ON person (department_id);
CREATE INDEX ix_person_organisation_id ON person (organisation_id);

CREATE TABLE stage (
  id INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
  session_id INTEGER NOT NULL,
  place_in_order INTEGER NOT NULL,
  kind TEXT NOT NULL,
  title TEXT NOT NULL,
  prompt TEXT NOT NULL,
  notes TEXT NOT NULL,
  planned_minutes INTEGER NOT NULL,
  started_at DATETIME,
  ended_at DATETIME,
  paused_at DATETIME,
  paused_seconds INTEGER NOT NULL,
  CONSTRAINT fk_stage_session_id FOREIGN KEY(session_id) REFERENCES session (id) DEFERRABLE INITIALLY DEFERRED
);
CREATE INDEX ix_stage_session_id ON stage (session_id);

CREATE TABLE attendance (
  id INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
  session_id INTEGER NOT NULL,
  person_id INTEGER NOT NULL,
  role TEXT NOT NULL,
  may_vote BOOLEAN NOT NULL,
  badge TEXT NOT NULL,
  state TEXT NOT NULL,
  arrived_at DATETIME,
  CONSTRAINT fk_attendance_person_id FOREIGN KEY(person_id) REFERENCES person (id) DEFERRABLE INITIALLY DEFERRED,
  CONSTRAINT fk_attendance_session_id FOREIGN KEY(session_id) REFERENCES session (id) DEFERRABLE INITIALLY DEFERRED,
  CONSTRAINT uq_attendance_session_id_person_id UNIQUE (session_id, person_id)
);
CREATE INDEX ix_attendance_person_id ON attendance (person_id);
CREATE INDEX ix_attendance_session_id ON attendance (session_id);

CREATE TABLE idea (
  id INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
  session_id INTEGER NOT NULL,
  text TEXT NOT NULL,
  author_id INTEGER,
  author_text TEXT NOT NULL,
  sector TEXT,
  colour TEXT NOT NULL,
  x DOUBLE NOT NULL,
  y DOUBLE NOT NULL,
  stacking INTEGER NOT NULL,
  cluster_id INTEGER,
  parent_id INTEGER,
  created_at DATETIME NOT NULL,
  trashed_at DATETIME,
  CONSTRAINT fk_idea_author_id FOREIGN KEY(author_id) REFERENCES person (id) DEFERRABLE INITIALLY DEFERRED,
  CONSTRAINT fk_idea_cluster_id FOREIGN KEY(cluster_id) REFERENCES cluster (id) DEFERRABLE INITIALLY DEFERRED,
  CONSTRAINT fk_idea_parent_id FOREIGN KEY(parent_id) REFERENCES idea (id) DEFERRABLE INITIALLY DEFERRED,
  CONSTRAINT fk_idea_session_id FOREIGN KEY(session_id) REFERENCES session (id) DEFERRABLE INITIALLY DEFERRED
);
CREATE INDEX ix_idea_author_id ON idea (author_id);
CREATE INDEX ix_idea_cluster_id ON idea (cluster_id);
CREATE INDEX ix_idea_parent_id ON idea (parent_id);
CREATE INDEX ix_idea_session_id ON idea (session_id);

CREATE TABLE poll (
  id INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
  session_id INTEGER NOT NULL,
  stage_id INTEGER,
  question TEXT NOT NULL,
  method TEXT NOT NULL,
  marks_each INTEGER NOT NULL,
  stacking BOOLEAN NOT NULL,
  secrecy TEXT NOT NULL,
  subject TEXT NOT NULL,
  smallest_group INTEGER NOT NULL,
  state TEXT NOT NULL,
  hands_people INTEGER NOT NULL,
  created_at DATETIME NOT NULL,
  opened_at DATETIME,
  closed_at DATETIME,
  revealed_at DATETIME,
  trashed_at DATETIME,
  CONSTRAINT fk_poll_session_id FOREIGN KEY(session_id) REFERENCES session (id) DEFERRABLE INITIALLY DEFERRED,
  CONSTRAINT fk_poll_stage_id FOREIGN KEY(stage_id) REFERENCES stage (id) DEFERRABLE INITIALLY DEFERRED
);
CREATE INDEX ix_poll_session_id ON poll (session_id);
CREATE INDEX ix_poll_stage_id ON poll (stage_id);

CREATE TABLE ballot_paper (
  id INTEGER NOT NULL,
  poll_id INTEGER NOT NULL,
  person_id INTEGER,
  sector TEXT,
  CONSTRAINT pk_ballot_paper PRIMARY KEY (id),
  CONSTRAINT fk_ballot_paper_person_id FOREIGN KEY(person_id) REFERENCES person (id) DEFERRABLE INITIALLY DEFERRED,
  CONSTRAINT fk_ballot_paper_poll_id FOREIGN KEY(poll_id) REFERENCES poll (id) DEFERRABLE INITIALLY DEFERRED,
  CONSTRAINT uq_ballot_paper_poll_id_person_id UNIQUE (poll_id, person_id)
);
CREATE INDEX ix_ballot_paper_person_id ON ballot_paper (person_id);
CREATE INDEX ix_ballot_paper_poll_id ON ballot_paper (poll_id);

CREATE TABLE elector (
  id INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
  poll_id INTEGER NOT NULL,
  person_id INTEGER NOT NULL,
  sector TEXT NOT NULL,
  CONSTRAINT fk_elector_person_id FOREIGN KEY(person_id) REFERENCES person (id) DEFERRABLE INITIALLY DEFERRED,
  CONSTRAINT fk_elector_poll_id FOREIGN KEY(poll_id) REFERENCES poll (id) DEFERRABLE INITIALLY DEFERRED,
  CONSTRAINT uq_elector_poll_id_person_id UNIQUE (poll_id, person_id)
);
CREATE INDEX ix_elector_person_id ON elector (person_id);
CREATE INDEX ix_elector_poll_id ON elector (poll_id);

CREATE TABLE option (
  id INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
  poll_id INTEGER NOT NULL,
  place_in_order INTEGER NOT NULL,
  title TEXT NOT NULL,
  idea_id INTEGER,
  cluster_id INTEGER,
  CONSTRAINT fk_option_cluster_id FOREIGN KEY(cluster_id) REFERENCES cluster (id) DEFERRABLE INITIALLY DEFERRED,
  CONSTRAINT fk_option_idea_id FOREIGN KEY(idea_id) REFERENCES idea (id) DEFERRABLE INITIALLY DEFERRED,
  CONSTRAINT fk_option_poll_id FOREIGN KEY(poll_id) REFERENCES poll (id) DEFERRABLE INITIALLY DEFERRED
);
CREATE INDEX ix_option_cluster_id ON option (cluster_id);
CREATE INDEX ix_option_idea_id ON option (idea_id);
CREATE INDEX ix_option_poll_id ON option (poll_id);

CREATE TABLE passage (
  id INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
  attendance_id INTEGER NOT NULL,
  at DATETIME NOT NULL,
  inwards BOOLEAN NOT NULL,
  CONSTRAINT fk_passage_attendance_id FOREIGN KEY(attendance_id) REFERENCES attendance (id) DEFERRABLE INITIALLY DEFERRED
);
CREATE INDEX ix_passage_attendance_id ON passage (attendance_id);

CREATE TABLE voter_roll (
  poll_id INTEGER NOT NULL,
  person_id INTEGER NOT NULL,
  channel TEXT NOT NULL,
  CONSTRAINT pk_voter_roll PRIMARY KEY (poll_id, person_id),
  CONSTRAINT fk_voter_roll_person_id FOREIGN KEY(person_id) REFERENCES person (id),
  CONSTRAINT fk_voter_roll_poll_id FOREIGN KEY(poll_id) REFERENCES poll (id)
)
 WITHOUT ROWID
;

CREATE TABLE ballot_mark (
  paper_id INTEGER NOT NULL,
  option_id INTEGER NOT NULL,
  marks INTEGER NOT NULL,
  CONSTRAINT pk_ballot_mark PRIMARY KEY (paper_id, option_id),
  CONSTRAINT fk_ballot_mark_option_id FOREIGN KEY(option_id) REFERENCES option (id),
  CONSTRAINT fk_ballot_mark_paper_id FOREIGN KEY(paper_id) REFERENCES ballot_paper (id)
)
 WITHOUT ROWID
;
CREATE INDEX ix_ballot_mark_option_id ON ballot_mark (option_id);

CREATE TABLE hand_count (
  id INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
  poll_id INTEGER NOT NULL,
  option_id INTEGER NOT NULL,
  hands INTEGER NOT NULL,
  CONSTRAINT fk_hand_count_option_id FOREIGN KEY(option_id) REFERENCES option (id) DEFERRABLE INITIALLY DEFERRED,
  CONSTRAINT fk_hand_count_poll_id FOREIGN KEY(poll_id) REFERENCES poll (id) DEFERRABLE INITIALLY DEFERRED,
  CONSTRAINT uq_hand_count_poll_id_option_id UNIQUE (poll_id, option_id)
);
CREATE INDEX ix_hand_count_option_id ON hand_count (option_id);
CREATE INDEX ix_hand_count_poll_id ON hand_count (poll_id);

CREATE TABLE winner (
  id INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
  session_id INTEGER NOT NULL,
  title TEXT NOT NULL,
  idea_id INTEGER,
  cluster_id INTEGER,
  option_id INTEGER,
  place_in_order INTEGER NOT NULL,
  CONSTRAINT fk_winner_cluster_id FOREIGN KEY(cluster_id) REFERENCES cluster (id) DEFERRABLE INITIALLY DEFERRED,
  CONSTRAINT fk_winner_idea_id FOREIGN KEY(idea_id) REFERENCES idea (id) DEFERRABLE INITIALLY DEFERRED,
  CONSTRAINT fk_winner_option_id FOREIGN KEY(option_id) REFERENCES option (id) DEFERRABLE INITIALLY DEFERRED,
  CONSTRAINT fk_winner_session_id FOREIGN KEY(session_id) REFERENCES session (id) DEFERRABLE INITIALLY DEFERRED
);
CREATE INDEX ix_winner_cluster_id ON winner (cluster_id);
CREATE INDEX ix_winner_idea_id ON winner (idea_id);
CREATE INDEX ix_winner_option_id ON winner (option_id);
CREATE INDEX ix_winner_session_id ON winner (session_id);

CREATE TABLE consortium (
  id INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
  session_id INTEGER NOT NULL,
  winner_id INTEGER NOT NULL,
  name TEXT NOT NULL,
  place_in_order INTEGER NOT NULL,
  smallest INTEGER NOT NULL,
  largest INTEGER NOT NULL,
  needed_sectors TEXT NOT NULL,
  scale TEXT NOT NULL,
  agreed_level INTEGER NOT NULL,
  created_at DATETIME NOT NULL,
  confirmed_at DATETIME,
  let_go_at DATETIME,
  CONSTRAINT fk_consortium_session_id FOREIGN KEY(session_id) REFERENCES session (id) DEFERRABLE INITIALLY DEFERRED,
  CONSTRAINT fk_consortium_winner_id FOREIGN KEY(winner_id) REFERENCES winner (id) DEFERRABLE INITIALLY DEFERRED
);
CREATE INDEX ix_consortium_session_id ON consortium (session_id);
CREATE INDEX ix_consortium_winner_id ON consortium (winner_id);

CREATE TABLE interest (
  id INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
  session_id INTEGER NOT NULL,
  person_id INTEGER NOT NULL,
  winner_id INTEGER NOT NULL,
  choice INTEGER NOT NULL,
  role TEXT NOT NULL,
  offers TEXT NOT NULL,
  needs TEXT NOT NULL,
  CONSTRAINT fk_interest_person_id FOREIGN KEY(person_id) REFERENCES person (id) DEFERRABLE INITIALLY DEFERRED,
  CONSTRAINT fk_interest_session_id FOREIGN KEY(session_id) REFERENCES session (id) DEFERRABLE INITIALLY DEFERRED,
  CONSTRAINT fk_interest_winner_id FOREIGN KEY(winner_id) REFERENCES winner (id) DEFERRABLE INITIALLY DEFERRED,
  CONSTRAINT uq_interest_person_id_winner_id UNIQUE (person_id, winner_id)
);
CREATE INDEX ix_interest_person_id ON interest (person_id);
CREATE INDEX ix_interest_session_id ON interest (session_id);
CREATE INDEX ix_interest_winner_id ON interest (winner_id);

CREATE TABLE member (
  id INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
  consortium_id INTEGER NOT NULL,
  organisation_id INTEGER,
  person_id INTEGER,
  role TEXT NOT NULL,
  joined_at DATETIME NOT NULL,
  CONSTRAINT fk_member_consortium_id FOREIGN KEY(consortium_id) REFERENCES consortium (id) DEFERRABLE INITIALLY DEFERRED,
  CONSTRAINT fk_member_organisation_id FOREIGN KEY(organisation_id) REFERENCES organisation (id) DEFERRABLE INITIALLY DEFERRED,
  CONSTRAINT fk_member_person_id FOREIGN KEY(person_id) REFERENCES person (id) DEFERRABLE INITIALLY DEFERRED,
  CONSTRAINT uq_member_consortium_id_organisation_id UNIQUE (consortium_id, organisation_id),
  CONSTRAINT uq_member_consortium_id_person_id UNIQUE (consortium_id, person_id)
);
CREATE INDEX ix_member_consortium_id ON member (consortium_id);
CREATE INDEX ix_member_organisation_id ON member (organisation_id);
CREATE INDEX ix_member_person_id ON member (person_id);

CREATE TABLE vision (
  id INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
  consortium_id INTEGER NOT NULL,
  number INTEGER NOT NULL,
  text TEXT NOT NULL,
  note TEXT NOT NULL,
  created_at DATETIME NOT NULL,
  CONSTRAINT fk_vision_consortium_id FOREIGN KEY(consortium_id) REFERENCES consortium (id) DEFERRABLE INITIALLY DEFERRED,
  CONSTRAINT uq_vision_consortium_id_number UNIQUE (consortium_id, number)
);
CREATE INDEX ix_vision_consortium_id ON vision (consortium_id);

CREATE TABLE commitment (
  id INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
  member_id INTEGER NOT NULL,
  what TEXT NOT NULL,
  due_on DATE,
  done_at DATETIME,
  created_at DATETIME NOT NULL,
  CONSTRAINT fk_commitment_member_id FOREIGN KEY(member_id) REFERENCES member (id) DEFERRABLE INITIALLY DEFERRED
);
CREATE INDEX ix_commitment_member_id ON commitment (member_id);

CREATE TABLE delegate (
  id INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
  session_id INTEGER NOT NULL,
  member_id INTEGER NOT NULL,
  person_id INTEGER NOT NULL,
  pinned BOOLEAN NOT NULL,
  CONSTRAINT fk_delegate_member_id FOREIGN KEY(member_id) REFERENCES member (id) DEFERRABLE INITIALLY DEFERRED,
  CONSTRAINT fk_delegate_person_id FOREIGN KEY(person_id) REFERENCES person (id) DEFERRABLE INITIALLY DEFERRED,
  CONSTRAINT fk_delegate_session_id FOREIGN KEY(session_id) REFERENCES session (id) DEFERRABLE INITIALLY DEFERRED,
  CONSTRAINT uq_delegate_session_id_person_id UNIQUE (session_id, person_id)
);
CREATE INDEX ix_delegate_member_id ON delegate (member_id);
CREATE INDEX ix_delegate_person_id ON delegate (person_id);
CREATE INDEX ix_delegate_session_id ON delegate (session_id);

CREATE TABLE open_role (
  id INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
  consortium_id INTEGER NOT NULL,
  title TEXT NOT NULL,
  sector TEXT,
  filled_by_id INTEGER,
  CONSTRAINT fk_open_role_consortium_id FOREIGN KEY(consortium_id) REFERENCES consortium (id) DEFERRABLE INITIALLY DEFERRED,
  CONSTRAINT fk_open_role_filled_by_id FOREIGN KEY(filled_by_id) REFERENCES member (id) DEFERRABLE INITIALLY DEFERRED
);
CREATE INDEX ix_open_role_consortium_id ON open_role (consortium_id);
CREATE INDEX ix_open_role_filled_by_id ON open_role (filled_by_id);

CREATE TABLE position (
  id INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
  vision_id INTEGER NOT NULL,
  member_id INTEGER NOT NULL,
  level INTEGER NOT NULL,
  reason TEXT NOT NULL,
  would_move TEXT NOT NULL,
  at DATETIME NOT NULL,
  CONSTRAINT fk_position_member_id FOREIGN KEY(member_id) REFERENCES member (id) DEFERRABLE INITIALLY DEFERRED,
  CONSTRAINT fk_position_vision_id FOREIGN KEY(vision_id) REFERENCES vision (id) DEFERRABLE INITIALLY DEFERRED,
  CONSTRAINT uq_position_vision_id_member_id UNIQUE (vision_id, member_id)
);
CREATE INDEX ix_position_member_id ON position (member_id);
CREATE INDEX ix_position_vision_id ON position (vision_id);

CREATE TABLE reading (
  id INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
  vision_id INTEGER NOT NULL,
  member_id INTEGER NOT NULL,
  text TEXT NOT NULL,
  CONSTRAINT fk_reading_member_id FOREIGN KEY(member_id) REFERENCES member (id) DEFERRABLE INITIALLY DEFERRED,
  CONSTRAINT fk_reading_vision_id FOREIGN KEY(vision_id) REFERENCES vision (id) DEFERRABLE INITIALLY DEFERRED,
  CONSTRAINT uq_reading_vision_id_member_id UNIQUE (vision_id, member_id)
);
CREATE INDEX ix_reading_member_id ON reading (member_id);
CREATE INDEX ix_reading_vision_id ON reading (vision_id);

CREATE TABLE reservation (
  id INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
  member_id INTEGER NOT NULL,
  vision_id INTEGER NOT NULL,
  text TEXT NOT NULL,
  objection BOOLEAN NOT NULL,
  state TEXT NOT NULL,
  owner TEXT NOT NULL,
  answer TEXT NOT NULL,
  opened_at DATETIME NOT NULL,
  settled_at DATETIME,
  CONSTRAINT fk_reservation_member_id FOREIGN KEY(member_id) REFERENCES member (id) DEFERRABLE INITIALLY DEFERRED,
  CONSTRAINT fk_reservation_vision_id FOREIGN KEY(vision_id) REFERENCES vision (id) DEFERRABLE INITIALLY DEFERRED
);
CREATE INDEX ix_reservation_member_id ON reservation (member_id);
CREATE INDEX ix_reservation_vision_id ON reservation (vision_id);

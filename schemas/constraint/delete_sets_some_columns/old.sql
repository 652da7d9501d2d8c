CREATE TABLE tenant_user (tenant int, id int, PRIMARY KEY (tenant, id));
CREATE TABLE post (tenant int, id int, author int, editor int, PRIMARY KEY (tenant, id),
    CONSTRAINT author FOREIGN KEY (tenant, author) REFERENCES tenant_user ON DELETE SET NULL,
    CONSTRAINT editor FOREIGN KEY (tenant, editor) REFERENCES tenant_user ON DELETE SET DEFAULT (editor));

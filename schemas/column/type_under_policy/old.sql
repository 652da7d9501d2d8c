CREATE TABLE tenant_row (tenant int NOT NULL, payload text);
ALTER TABLE tenant_row ENABLE ROW LEVEL SECURITY;
CREATE POLICY by_tenant ON tenant_row TO shop_app
    USING (tenant = current_setting('app.tenant')::int) WITH CHECK (tenant = current_setting('app.tenant')::int);
CREATE POLICY reading ON tenant_row AS RESTRICTIVE FOR SELECT USING (tenant > 0);

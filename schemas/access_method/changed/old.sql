CREATE ACCESS METHOD going TYPE TABLE HANDLER heap_tableam_handler;
CREATE ACCESS METHOD changed TYPE INDEX HANDLER gisthandler;
COMMENT ON ACCESS METHOD changed IS 'said of it';
CREATE TABLE t (a integer) USING going;

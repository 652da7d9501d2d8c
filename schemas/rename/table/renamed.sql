ALTER TABLE shop."order" RENAME TO purchase;
ALTER SEQUENCE shop.order_id_seq RENAME TO purchase_id_seq;
ALTER SEQUENCE shop.order_number_seq RENAME TO purchase_number_seq;
